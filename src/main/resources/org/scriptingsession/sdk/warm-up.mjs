// SPDX-License-Identifier: Apache-2.0
// Run once in every new context, outside HTTP, so that the engine has met the way from a script to the host and back.
import { session, request, response } from "sdk/http";

const attempts = [
  () => session.isValid() || request.isValid() || response.isValid(),
  () => session.setAttribute("name", "value"),
  () => session.getAttribute("name"),
  () => session.set("name", { date: new Date(0), list: [1, 0.5, true, null] }),
  () => session.update("name", (value) => value),
  () => response.println("[Attribute]: " + JSON.stringify({ a: [1, "b", null] })),
];

for (const attempt of attempts) {
  try {
    attempt();
  } catch (error) {
    // outside HTTP there is nothing to reach
    if (error.code !== "NO_HTTP_CALL") throw error;
  }
}
