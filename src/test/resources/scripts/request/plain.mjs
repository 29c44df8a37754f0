import { request, response } from "sdk/http";

response.print(`${request.getMethod()} "${request.getResourcePath()}" ${request.getText()}`);
