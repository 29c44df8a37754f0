// A biscuit for customers who have logged in.
import { session } from "sdk/http";
import { add, onPost, seeOther } from "./_shop.mjs";

export const access = { roles: ["customer"] };

onPost(() => {
  if (!session.has("gift")) {
    session.set("gift", true);
    add("biscuit", 1);
  }
  seeOther("cart.xhtml");
});
