import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  set: () => [0, -1].flatMap((interval) => {
    session.setMaxInactiveInterval(interval);
    return [session.getMaxInactiveInterval() <= 0, session.isValid()];
  }),
});
