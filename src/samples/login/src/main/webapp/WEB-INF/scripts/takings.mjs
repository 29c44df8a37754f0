import { request, response } from "sdk/http";

export const access = { roles: ["manager"] };

response.println(`Only managers such as ${request.getRemoteUser()} see the takings.`);
