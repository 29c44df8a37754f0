import { request, response } from "sdk/http";

export const access = { roles: ["**"] };

response.println(request.getRemoteUser());
