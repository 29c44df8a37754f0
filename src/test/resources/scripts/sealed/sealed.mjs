import { session } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

serve({
  store: () => { session.set("secretCart", { card: "4111", when: new Date(5), zero: -0 }).set("open", "plain").set("secretText", "hidden"); },
  read: () => {
    const cart = session.get("secretCart");
    return [cart.card, cart.when instanceof Date, Object.is(cart.zero, -0), session.get("open"), session.getAttribute("secretText"),
      session.getAttribute("secretCart")];
  },
  changeId: () => { session.changeId(); return session.get("secretCart").card; },
  update: () => session.update("secretCount", (now = 0) => now + 1) && session.update("secretCount", (now) => now + 1),
  remove: () => [session.removeAttribute("secretText"), session.delete("secretCart"), session.has("secretCart")],
  broken: () => [thrownBy(() => session.get("secretText")), thrownBy(() => session.getAttribute("secretText")),
    thrownBy(() => session.update("secretText", () => "x")), session.has("secretText"), session.delete("secretText"), session.has("secretText")],
});
