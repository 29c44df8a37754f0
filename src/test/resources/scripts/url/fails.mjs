import { response } from "sdk/http";

response.print("half");
throw new Error("on purpose");
