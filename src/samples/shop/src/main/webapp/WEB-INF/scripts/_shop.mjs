// A name that begins with _ can be imported, but not reached by URL.
import { session, request, response } from "sdk/http";

const MOST = 99;

/** Adds to what the cart has of a product; nothing of it left takes it out. */
export function add(product, quantity) {
  session.update("cart", (cart = { items: [] }) => {
    const others = cart.items.filter((item) => item.product !== product);
    const before = cart.items.find((item) => item.product === product)?.quantity ?? 0;
    const now = before + quantity;
    if (now > MOST) {
      throw new RangeError(`at most ${MOST} of one product`);
    }
    return { items: now > 0 ? [...others, { product, quantity: now }] : others };
  });
}

export function refuse(status, error) {
  response.setStatus(status);
  response.json({ error });
}

export function seeOther(page) {
  response.setStatus(response.SEE_OTHER);
  response.setHeader("Location", `${request.getContextPath()}/${page}`);
}

/** Runs what changes something: by POST alone, which browsers send from other sites without the session's cookie. */
export function onPost(change) {
  if (request.getMethod() === "POST") {
    change();
  } else {
    response.setHeader("Allow", "POST");
    refuse(response.METHOD_NOT_ALLOWED, "send a POST");
  }
}
