import { ring } from "beans/it/till";
import { put, attribute } from "beans/it/wallet";
import { use, destroyed } from "beans/it/bench";
import { calls } from "beans/it/watched";
import { session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  request: () => [ring(), ring()],
  session: () => put(),
  sameSession: () => {
    session.setAttribute("mine", "seen");
    return attribute("mine");
  },
  dependent: () => [use(), use()],
  destroyed: () => destroyed(),
  intercepted: () => calls() - calls(),
});
