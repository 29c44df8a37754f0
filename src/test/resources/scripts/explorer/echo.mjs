import { request, response } from "sdk/http";

response.setStatus(201);
response.setHeader("X-Answer", "<i>yes</i>");
response.print([request.getMethod(), request.getQueryString(), request.getHeader("X-One"), request.getContentType(), request.getText()].join(" "));
