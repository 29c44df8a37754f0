import { request, response } from "sdk/http";

response.print(request.getParameterNames().length + request.getText().length);
