import { response } from "sdk/http";

export const access = { roles: ["nobody"] };

response.print("SECRET");
