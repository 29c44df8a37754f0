// What ordinary scripts do.
import { session, request, response } from "sdk/http";

session.set("cart", { items: [{ name: "tea", price: 2.5, since: new Date(0) }], note: null });
session.update("cart", (cart) => ({ ...cart, count: cart.items.length }));
session.setAttribute("text", "a");
if (session.get("cart").items[0].since.getTime() !== 0 || session.getAttribute("text") !== "a") throw new Error("not stored");
if (request.getBytes().length === 0 || request.json().a[0] !== 1) throw new Error("no body");
request.setAttribute("a", "b");
response.setStatus(201);
response.setHeader("X-A", "b");
response.addCookie({ name: "a", value: "b", attributes: { Path: "/" } });
response.write(new Uint8Array(9000));
response.json({ a: [1, "b", null] });
try {
  session.set("name", Symbol());
  throw new Error("a symbol was stored");
} catch (error) {
  if (error.code !== "INVALID_VALUE") throw error;
}
console.debug("done", [1]);
await Promise.resolve(`${new Intl.NumberFormat("en").format(1234.5)} ${/(?<y>\d+)/u.exec("2026").groups.y} ${new Map([[1, 2]]).size}`);
