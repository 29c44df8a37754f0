import { session, request, response } from "sdk/http";

export const access = { roles: ["manager", "chief"] };

session.set("ran", true);
response.println(`${request.getRemoteUser()} ${request.isUserInRole("manager")} ${JSON.stringify(session.get("cart") ?? null)}`);
