import { response } from "sdk/http";

response.println("half of it");
throw new Error("secret");
