import { request, response } from "sdk/http";

if (request.getParameter("late")) {
  response.print("x".repeat(100_000));
  response.flush();
}
throw new TypeError("too few eggs");
