import { sessions } from "sdk/http/sessions";
import { serve } from "./_cases.mjs";

export const access = { roles: ["**"] };

serve({
  alices: () => sessions.list("alice").map((one) => [/^[0-9a-f]{16}$/.test(one.session), one.created instanceof Date]),
  count: () => [sessions.count("alice"), sessions.count("nobody")],
  endOne: () => [sessions.end("alice", sessions.list("alice")[0].session), sessions.end("alice", "0000000000000000")],
  endAll: () => sessions.endAll("alice"),
});
