import { session, response } from "sdk/http";

const visits = session.update("visits", (now = 0) => now + 1);

response.println(`Visit ${visits}.`);
