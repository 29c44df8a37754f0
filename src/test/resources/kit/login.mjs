import { request, response } from "sdk/http";

try {
  request.login(request.getParameter("user"), request.getParameter("password"));
  response.print(request.getRemoteUser());
} catch (error) {
  response.setStatus(401);
  response.print(error.code);
}
