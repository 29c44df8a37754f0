import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

const describe = () => ({ id: session.getId(), isNew: session.isNew(), user: session.getAttribute("user"), interval: session.getMaxInactiveInterval() });

serve({
  begin: () => (session.setAttribute("user", "ann"), describe()),
  beginShort: () => (session.setAttribute("user", "bob"), session.setMaxInactiveInterval(2), describe()),
  look: describe,
});
