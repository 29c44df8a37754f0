import { call, deeper } from "beans/it/caller";
import { session } from "sdk/http";
import { serve } from "./_async.mjs";

await serve({
  add: () => call("add", [1, 2]),
  within: () => [call("within", []), session.get("called")],
  later: () => call("later", ["bread"]),
  deep: () => deeper(1, 6),
  tooDeep: () => deeper(1, 20),
  fails: () => call("fails", []),
});
