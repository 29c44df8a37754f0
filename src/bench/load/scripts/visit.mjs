import { request, response, session } from "sdk/http";

if (session.isNew()) {
  session.setMaxInactiveInterval(Number(request.getParameter("seconds")));
}
const visits = session.update("visits", (known = 0) => known + 1);
session.set("cart", { lines: [{ name: "Darjeeling first flush", count: visits }] });
response.println(`visit ${visits}`);
