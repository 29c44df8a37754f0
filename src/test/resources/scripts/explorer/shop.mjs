import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  fill: () => session
    .set("text", "tea").set("number", 1.5).set("flag", true).set("when", new Date(5))
    .set("cart", { items: [{ name: "tea", price: 3 }], paid: null })
    .set("secretCard", "4111")
    .isValid(),
  read: () => Object.fromEntries(session.getAttributeNames().map((name) => [name, session.get(name)])),
  id: () => session.getId(),
  lastAccessed: () => session.getLastAccessedTime().getTime(),
  count: () => session.update("count", (now = 0) => now + 1),
  short: () => { session.setMaxInactiveInterval(6); session.set("a", 1); },
  changeId: () => { session.changeId(); },
  end: () => { session.invalidate(); },
  large: () => { for (let i = 0; i < 12; i++) session.set(`large${i}`, "x".repeat(60_000)); },
  many: () => { for (let i = 0; i < 1000; i++) session.set(`a${String(i).padStart(4, "0")}`, i); },
  odd: () => {
    session.set("<img src=x onerror=alert(1)>", "<script>alert(1)</script>");
    session.set("javascript:alert(1)", "javascript:alert(1)");
    session.set("\u202Eright to left", "\u202Evalue\u200F");
    session.set("half \uD800", "half \uDC00");
  },
});
