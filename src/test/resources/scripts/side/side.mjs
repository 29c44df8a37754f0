import { application, calls } from "beans/it/own";
import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  application: () => application(),
  calls: () => calls(),
  set: () => session.set("owner", application()).get("owner"),
  get: () => session.get("owner") ?? null,
  large: () => session.set("large", "x".repeat(2000)).has("large"),
});
