import { response } from "sdk/http";

export const access = { roles: ["manager", "**"] };

response.print("ran");
