import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  begin: () => session.set("mark", "here").getId(),
  mark: () => session.get("mark") ?? null,
  id: () => session.getId(),
  increment: () => session.update("count", (now = 0) => now + 1),
  count: () => session.get("count"),
  invalidate: () => session.invalidate(),
  changeId: () => session.changeId(),
});
