import { request, session } from "sdk/http";

request.logout();
session.invalidate();
