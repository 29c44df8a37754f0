import { response, session } from "sdk/http";

const visits = session.get("visits");
session.invalidate();
response.println(`out after ${visits}`);
