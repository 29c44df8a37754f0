// SPDX-License-Identifier: Apache-2.0
// Scripts that take too much, by name.
import { request, response, session } from "sdk/http";

const spin = () => {
  for (;;);
};

const CASES = {
  loop: spin,
  catches: () => {
    for (;;) {
      try {
        spin();
      } catch {
        // tries to go on
      } finally {
        spin();
      }
    }
  },
  generator: () => {
    const endless = function* () {
      for (;;) {
        try {
          yield 1;
        } finally {
          continue;
        }
      }
    };
    for (const one of endless()) if (one > 1) break;
  },
  awaits: () => {
    (async () => {
      for (;;) await 0;
    })();
  },
  awaitsAfterError: () => {
    (async () => {
      for (;;) await 0;
    })();
    throw new Error("first");
  },
  spinsInAJobAfterError: () => {
    Promise.resolve().then(spin);
    throw new Error("first");
  },
  thens: () => {
    const again = () => Promise.resolve().then(again);
    again();
  },
  regexp: () => /^(a|aa)+\1c$/.test("a".repeat(60)),
  replace: () => "a".repeat(60).replace(/(?=(a|aa)+\1c$)/g, "b"),
  compare: () => Array.from({ length: 2 ** 24 }, (_, i) => (i * 7919) % 65537).sort((a, b) => a - b),
  sort: () => {
    for (;;) new Float64Array(2 ** 20).map(Math.random).sort();
  },
  parse: () => {
    const deep = "[".repeat(500) + "]".repeat(500);
    for (;;) JSON.parse(deep);
  },
  doubling: () => {
    for (;;) {
      try {
        for (let text = "x"; ; text += text);
      } catch {
        // too long: once more
      }
    }
  },
  evals: () => {
    for (let i = 0; ; i++) eval(`${i}`);
  },
  indirect: () => (0, eval)("for (;;);"),
  getter: () => {
    throw {
      get message() {
        return spin();
      },
      toString: spin,
    };
  },
  proxy: () => {
    throw new Proxy({}, { get: spin, has: spin, getPrototypeOf: spin, ownKeys: spin });
  },
  logs: () => console.log("%j", { toJSON: spin }),
  recursion: () => {
    const deeper = () => deeper() + 1;
    deeper();
  },
  deepParse: () => JSON.parse("[".repeat(1e6)),
  caught: () => {
    const deeper = () => deeper() + 1;
    try {
      deeper();
    } catch (error) {
      response.print(error instanceof RangeError ? "RangeError" : String(error));
    }
  },
  reads: () => response.print(request.getText().length),
  floods: () => {
    const text = "x".repeat(65536);
    for (;;) response.print(text);
  },
  endlessUpdate: () => session.update("count", () => spin()),
  update: () => {
    let result;
    try {
      result = session.update("count", (count = 0) => count + 1);
    } catch (error) {
      result = error.code;
    }
    response.print(result);
  },
  works: () => {
    let sum = 0;
    for (let i = 0; i < 1000; i++) sum += i;
    response.print(sum);
  },
};

CASES[request.getResourcePath()]();
