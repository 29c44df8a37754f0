// SPDX-License-Identifier: Apache-2.0
// Run once in a server, in a call that no client has sent: what a script can reach has been reached once, and no class is left to
// be initialized deep in a script's recursion.
import { session, request, response } from "sdk/http";

const values = [
  "text", 1, 2 ** 40, 0.5, true, null, new Date(0), [1, [0.5]], { a: { b: [new Date(0), "c", false, null] } },
  // refused, each for another reason
  NaN, Symbol(), 1n, () => {}, new Map(), new Proxy({}, {}), Object.assign([], { a: 1 }), { [Symbol()]: 1 }, new Date(NaN),
];
values.push([values], Array.from({ length: 999 }).reduce((deep) => [deep], 1));

const argumentLists = [
  [], ["a"], [200], [-1], [1e99], ["a", "b"], ["x-\n", "a"], [404, "a"], ["en", "US"], [new Uint8Array(9)], [[1, 2]],
  ["\ud83d"], [{ name: "a", value: "b", attributes: { Path: "/" } }], ["name", (value) => value], ["name"], [values[8]],
];

// to the others a value is one that they refuse
const TAKES_VALUES = ["set", "setAttribute", "update", "json", "print", "write"];
const valueLists = [["name", () => {}], ["name", async () => 1], ...values.flatMap((value) => [["name", value], [value]])];

// end what the others need
const LAST = ["invalidate", "close", "sendRedirect", "sendError"];

function attempt(call) {
  try {
    call();
  } catch (error) {
    if (error.code === "INTERNAL") throw error;
    String(error.stack);
  }
}

const members = [session, request, response, response.HttpCodesReasons]
  .flatMap((object) => Object.keys(object).map((name) => [object, name]))
  .filter(([object, name]) => typeof object[name] === "function");

for (const round of [members.filter(([, name]) => !LAST.includes(name)), members.filter(([, name]) => LAST.includes(name))]) {
  for (const [object, name] of round) {
    for (const list of argumentLists) attempt(() => object[name](...list));
    if (TAKES_VALUES.includes(name)) for (const list of valueLists) attempt(() => object[name](...list));
  }
}

// shown and dropped: the stand-in's log is read by nobody
const shown = [...values, new Error("a", { cause: new Error("b") }), /a/g, new Uint8Array(1), new Set([1]), [1, , 2], { get a() { return 1; } }];
for (const name of Object.keys(console)) {
  for (const value of shown) attempt(() => console[name](value, value));
  attempt(() => console[name]("%s%d%i%f%j%o%O%c%%", ...shown));
}
attempt(() => { throw new AggregateError([new Error("a", { cause: 1 })]); });
attempt(() => null.a);
attempt(() => absent);
attempt(() => new Function("("));
attempt(() => (function deeper() { deeper(); })());
await import("sdk/http/sessions");
await import("./none.mjs").catch(String);
await Promise.allSettled([Promise.reject(new Error("a")), (async () => { for await (const a of [1]) throw a; })()]);
