import { request, response } from "sdk/http";

response.setStatus(418);
response.setHeader("X-Part", "1");
response.setContentType("text/html");
response.print("ž\u{1F600}" + request.getResourcePath());
