import { request } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

serve({
  attributes: () => {
    request.setAttribute("typed", { list: [1, null] });
    request.setAttribute("flag", true);
    return [request.getAttribute("typed"), request.getAttribute("flag"), thrownBy(() => request.setAttribute("f", () => 1))];
  },
});
