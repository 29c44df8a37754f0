import { response } from "sdk/http";

export const access = { roles: ["**"] };

response.println("a member");
