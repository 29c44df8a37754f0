import { request, response } from "sdk/http";

response.json({
  method: request.getMethod(),
  query: [request.getParameter("a"), request.getParameter("b")],
  header: request.getHeader("X-Test"),
  cookies: request.getCookies().map(({ name, value }) => [name, value]),
  body: request.getText(),
  type: request.getContentType(),
});
