import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  begin: () => session.set("mark", "here").get("mark"),
  mark: () => session.get("mark") ?? null,
  end: () => session.invalidate(),
});
