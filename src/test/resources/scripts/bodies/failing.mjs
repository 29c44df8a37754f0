import { request } from "sdk/http";

request.getParts();
throw new Error("after the parts");
