import { session, request, response } from "sdk/http";

export const access = { roles: ["member"] };

const visits = session.update("visits", (visits = 0) => visits + 1);
response.println(`Hello ${request.getRemoteUser()}, this is visit ${visits}.`);
