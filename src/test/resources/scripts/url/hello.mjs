import { request, response } from "sdk/http";

response.print(`hello ${request.getResourcePath()}`);
