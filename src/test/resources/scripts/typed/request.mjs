import { request } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

serve({
  ofAnotherComponent: () => [
    ...["decimal", "integer", "huge", "atomic", "kind"].map((name) => request.getAttribute(name)),
    ...["changing", "failing"].map((name) => thrownBy(() => request.getAttribute(name))),
  ],
  attributes: () => {
    request.setAttribute("typed", { list: [1, null] });
    request.setAttribute("flag", true);
    return [request.getAttribute("typed"), request.getAttribute("flag"), thrownBy(() => request.setAttribute("f", () => 1))];
  },
});
