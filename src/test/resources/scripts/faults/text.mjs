import { request, response } from "sdk/http";

response.print(request.getText().length);
