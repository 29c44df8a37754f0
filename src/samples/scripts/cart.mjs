// GET shows the cart, POST item=... adds to it, POST clear=1 empties it.
import { session, request, response } from "sdk/http";
import { escape, page } from "./_html.mjs";

const cart = session.get("cart") ?? [];

if (request.getMethod() === "POST") {
  const item = request.getParameter("item");
  if (request.getParameter("clear")) {
    session.delete("cart");
  } else if (item) {
    session.update("cart", (now = []) => [...now, item]);
  }
  response.setStatus(response.SEE_OTHER);
  response.setHeader("Location", request.getRequestURI());
} else {
  const items = cart.map((item) => `<li>${escape(item)}</li>`).join("");
  response.setContentType("text/html");
  response.print(page("Shopping cart", `
<ul>${items || "<li>nothing yet</li>"}</ul>
<form method="post"><input name="item" required> <button>Add</button></form>
<form method="post"><button name="clear" value="1">Empty the cart</button></form>
<p><a href="index.mjs">Back</a></p>`));
}
