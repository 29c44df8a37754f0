import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  set: () => session.setAttribute("fromScript", "hello"),
  fromServlet: () => session.getAttribute("fromServlet"),
  fromResource: () => session.getAttribute("fromResource"),
  fromScript: () => session.getAttribute("fromScript"),
  identity: () => session.getId(),
  plain: () => ["text", "number", "long", "double", "flag", "date", "place"].map((name) => session.getAttribute(name)),
  typed: () => [session.setAttribute("text", "t"), session.setAttribute("number", 5), session.setAttribute("double", 0.5), session.setAttribute("flag", false)],
  names: () => session.getAttributeNames().sort(),
  removePlace: () => [session.removeAttribute("place"), session.getAttribute("place")],
});
