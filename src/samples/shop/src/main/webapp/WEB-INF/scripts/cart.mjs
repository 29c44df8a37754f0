// POST product=tea&add=2 puts two of a product into the cart, add=-2 takes them out; the shop's pages and beans read it.
import { request, response } from "sdk/http";
import { add, onPost, refuse, seeOther } from "./_shop.mjs";

onPost(() => {
  const product = request.getParameter("product") ?? "";
  const quantity = request.getParameter("add") ?? "";
  if (!/^[a-z]{1,20}$/.test(product)) {
    refuse(response.BAD_REQUEST, "product is the code of a product: 1 to 20 letters from a to z");
  } else if (!/^-?[1-9][0-9]?$/.test(quantity)) {
    refuse(response.BAD_REQUEST, "add is a whole number from -99 to 99, and not 0");
  } else {
    try {
      add(product, Number(quantity));
      seeOther("cart.xhtml");
    } catch (error) {
      if (!(error instanceof RangeError)) {
        throw error;
      }
      refuse(response.CONFLICT, error.message);
    }
  }
});
