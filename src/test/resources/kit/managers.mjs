import { request, response } from "sdk/http";

export const access = { roles: ["manager"] };

response.print(`hello ${request.getRemoteUser()}`);
