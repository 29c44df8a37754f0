import { session, request } from "sdk/http";
import { serve } from "./_cases.mjs";

const me = request.getParameter("me");

serve({
  visit: () => {
    const before = session.getAttribute("me");
    session.setAttribute("me", me);
    session.setAttribute(`only-${me}`, me);
    const visits = Number(session.getAttribute("visits") ?? 0) + 1;
    session.setAttribute("visits", visits);
    return { id: session.getId(), before, after: session.getAttribute("me"), names: session.getAttributeNames().sort().join(" "), visits };
  },
});
