import { session } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

const increment = (current = 0) => current + 1;

serve({
  increment: () => session.update("count", increment),
  count: () => session.get("count"),
  result: () => [session.update("r", (now) => [now === undefined]), session.update("r", (now) => ({ was: now })), session.getAttribute("r")].map((v) => JSON.stringify(v)),
  frozen: () => session.update("f", () => [1]) && thrownBy(() => session.update("f", (now) => { now.push(2); return now; })),
  same: () => session.set("u", { a: [1] }).update("u", (now) => now).a[0],
  removes: () => { session.set("x", 1); return [session.update("x", () => null), session.has("x")]; },
  throws: () => {
    session.set("t", "before");
    return [thrownBy(() => session.update("t", () => { throw Object.assign(new RangeError("mine"), { code: "MINE" }); })), session.get("t"), session.update("t", (now) => now + "!")];
  },
  refused: () => {
    session.set("t", "before");
    const wrong = { undefined: () => undefined, promise: async () => 1, function: () => () => 1, nan: () => NaN, large: () => "x".repeat(70000) };
    return Object.entries(wrong).map(([name, fn]) => `${name} ${thrownBy(() => session.update("t", fn))} ${session.get("t")}`);
  },
  noFunction: () => [undefined, null, 5, {}, "f"].map((fn) => thrownBy(() => session.update("t", fn))),
  names: () => ["", undefined, "jakarta.x"].map((name) => thrownBy(() => session.update(name, increment))),
  nested: () => session.update("outer", (now = 0) => now + session.update("inner", increment) + session.update("inner", increment)),
  nestedSame: () => [session.update("same", () => { session.update("same", () => "inner"); return "outer"; }), session.get("same")],
  ends: () => [thrownBy(() => session.update("e", () => { session.invalidate(); return 1; })), session.isValid()],
  listed: () => { let names; session.update("only", () => { names = session.getAttributeNames(); return 1; }); return names; },
  spins: () => session.update("count", () => { for (;;); }),
  waits: () => thrownBy(() => session.update("count", increment)),
});
