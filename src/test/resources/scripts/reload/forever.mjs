import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  set: () => [session.setMaxInactiveInterval(0), session.getMaxInactiveInterval(), session.setMaxInactiveInterval(-1), session.getMaxInactiveInterval()],
});
