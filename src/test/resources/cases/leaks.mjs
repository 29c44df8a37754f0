// SPDX-License-Identifier: Apache-2.0
// What one request tries to leave behind (it may fail), then what a later one looks at: it must leave ok === true.

// ---- globalThis.x=
globalThis.leak = 1;
// ---- then
ok = typeof leak === "undefined";

// ---- undeclared x=
leak = 1;
// ---- then
ok = typeof leak === "undefined";

// ---- overwrite a global
globalThis.JSON = {};
// ---- then
ok = typeof JSON.parse === "function";

// ---- delete a global
delete globalThis.Map;
// ---- then
ok = typeof Map === "function";

// ---- defineProperty on globalThis
Object.defineProperty(globalThis, "leak", { value: 1 });
// ---- then
ok = !("leak" in globalThis);

// ---- Reflect.set with globalThis receiver
Reflect.set({}, "leak", 1, globalThis);
// ---- then
ok = !("leak" in globalThis);

// ---- __proto__ of globalThis
globalThis.__proto__ = { leak: 1 };
// ---- then
ok = typeof leak === "undefined";

// ---- setPrototypeOf(Array.prototype)
Object.setPrototypeOf(Array.prototype, { leak: 1 });
// ---- then
ok = [].leak === undefined;

// ---- setPrototypeOf(Array)
Object.setPrototypeOf(Array, { leak: 1 });
// ---- then
ok = Array.leak === undefined;

// ---- __defineGetter__ on Object.prototype
Object.prototype.__defineGetter__("leak", () => 1);
// ---- then
ok = {}.leak === undefined;

// ---- Array.prototype.push.call(Array.prototype)
Array.prototype.push.call(Array.prototype, 1);
// ---- then
ok = Array.prototype.length === 0 && [,][0] === undefined;

// ---- Array.prototype.length=
Array.prototype.length = 5;
// ---- then
ok = Array.prototype.length === 0;

// ---- index on prototypes (holes)
for (const o of [Array.prototype, Object.prototype])
  try {
    o[0] = "leak";
  } catch {}
// ---- then
ok = [, 1][0] === undefined;

// ---- Array[Symbol.species]
Object.defineProperty(Array, Symbol.species, { value: class X extends Array {} });
// ---- then
ok = [1].map((x) => x).constructor === Array;

// ---- property on a built-in function
for (const f of [
  Array.prototype.push,
  parseInt,
  Math.max,
  Object.keys,
  JSON.stringify,
  Symbol.for,
  FinalizationRegistry,
])
  try {
    f.leak = 1;
  } catch {}
// ---- then
ok = [[].push, parseInt, Math.max, Object.keys, JSON.stringify, Symbol.for, FinalizationRegistry].every(
  (f) => f.leak === undefined,
);

// ---- property on accessor getters
for (const o of [Object.prototype, Map.prototype, RegExp.prototype])
  for (const d of Object.values(Object.getOwnPropertyDescriptors(o)))
    for (const f of [d.get, d.set])
      try {
        if (f) f.leak = 1;
      } catch {}
// ---- then
ok = [Object.prototype, Map.prototype, RegExp.prototype].every((o) =>
  Object.values(Object.getOwnPropertyDescriptors(o)).every((d) => !(d.get?.leak || d.set?.leak)),
);

// ---- generator intrinsics
for (const f of [function* () {}, async function* () {}, async () => {}]) {
  const p = Object.getPrototypeOf(f);
  for (const o of [p, p.prototype, p.constructor, p.prototype && Object.getPrototypeOf(p.prototype)])
    try {
      o.leak = 1;
    } catch {}
}
// ---- then
ok = [function* () {}, async function* () {}, async () => {}].every((f) => {
  const p = Object.getPrototypeOf(f);
  return [p, p.prototype ?? {}, p.constructor].every((o) => o.leak === undefined);
});

// ---- iterator intrinsics
for (const i of [
  [].values(),
  ""[Symbol.iterator](),
  new Map().keys(),
  new Set().keys(),
  "a".matchAll(/a/g),
  [].values().map((x) => x),
  Iterator.from({ next() {} }),
  new Intl.Segmenter().segment("a"),
]) {
  try {
    Object.getPrototypeOf(i).leak = 1;
  } catch {}
  try {
    Object.defineProperty(Object.getPrototypeOf(i), "next", { value: 1 });
  } catch {}
}
// ---- then
ok = [
  [].values(),
  ""[Symbol.iterator](),
  new Map().keys(),
  new Set().keys(),
  "a".matchAll(/a/g),
  [].values().map((x) => x),
  Iterator.from({ next() {} }),
  new Intl.Segmenter().segment("a"),
].every((i) => i.leak === undefined && i.next !== 1);

// ---- next replaced by assignment
Object.getPrototypeOf([].values()).next = () => ({ done: true });
// ---- then
ok = [...[1]].length === 1;

// ---- %TypedArray%
const T = Object.getPrototypeOf(Uint8Array);
try {
  T.leak = 1;
} catch {}
T.prototype.leak = 1;
// ---- then
ok = Uint8Array.leak === undefined && new Uint8Array(1).leak === undefined;

// ---- %ThrowTypeError%
Object.getOwnPropertyDescriptor(
  (function () {
    return arguments;
  })(),
  "callee",
).get.leak = 1;
// ---- then
ok =
  Object.getOwnPropertyDescriptor(
    (function () {
      return arguments;
    })(),
    "callee",
  ).get.leak === undefined;

// ---- Symbol.for as a store
Symbol.for("secret").description;
try {
  Object(Symbol.for("secret")).leak = 1;
} catch {}
// ---- then
ok = Object(Symbol.for("secret")).leak === undefined;

// ---- job left when the module throws
Promise.resolve()
  .then(() => 0)
  .then(() => 0)
  .then(() => 0)
  .then(() => say("late"));
throw new Error("x");
// ---- then
await 0;
await 0;
await 0;
await 0;
ok = true;

// ---- job left by top-level await that throws
(async () => {
  for (let i = 0; i < 50; i++) await 0;
  say("late");
})();
await 0;
throw 1;
// ---- then
for (let i = 0; i < 60; i++) await 0;
ok = true;

// ---- job left by stack overflow
(async () => {
  for (let i = 0; i < 50; i++) await 0;
  say("late");
})();
const f = () => f() + 1;
f();
// ---- then
for (let i = 0; i < 60; i++) await 0;
ok = true;

// ---- never-settled top-level await
new Promise(() => {}).then(() => say("late"));
await new Promise(() => {});
// ---- then
await 0;
ok = true;

// ---- suspended async generator
async function* g() {
  try {
    yield 1;
    yield 2;
  } finally {
    say("late");
  }
}
const i = g();
await i.next();
throw 1;
// ---- then
await 0;
ok = true;

// ---- suspended generator
function* g() {
  try {
    yield 1;
  } finally {
    say("late");
  }
}
g().next();
// ---- then
ok = true;

// ---- unhandled rejection
Promise.reject(new Error("r"));
// ---- then
await 0;
ok = true;

// ---- thenable job
Promise.resolve({
  then(r) {
    (async () => {
      for (let i = 0; i < 20; i++) await 0;
      say("late");
    })();
  },
});
throw 1;
// ---- then
for (let i = 0; i < 30; i++) await 0;
ok = true;

// ---- Proxy around an intrinsic
const p = new Proxy(Map.prototype, {
  defineProperty(t, k, d) {
    return true;
  },
});
try {
  p.leak = 1;
} catch {}
try {
  new Proxy(globalThis, {}).leak = 1;
} catch {}
// ---- then
ok = new Map().leak === undefined && typeof leak === "undefined";

// ---- proxy as prototype of an intrinsic
Object.setPrototypeOf(
  Object.getPrototypeOf([].values()),
  new Proxy(
    {},
    {
      get() {
        return "leak";
      },
    },
  ),
);
// ---- then
ok = [].values().nothing === undefined;

// ---- template object
const t = (s) => {
  try {
    s.leak = 1;
  } catch {}
  try {
    s.raw.leak = 1;
  } catch {}
  try {
    s.raw[0] = "q";
  } catch {}
  return s;
};
t`a`;
// ---- then
const t = (s) => s;
const s = t`a`;
ok = s.leak === undefined && s.raw.leak === undefined && s.raw[0] === "a";

// ---- RegExp.prototype.compile
/a/.compile("b");
// ---- then
ok = RegExp.prototype.compile === undefined && /a/.source === "a";

// ---- RegExp statics
/(s)ecret/.exec("secret");
// ---- then
ok =
  RegExp.$1 === undefined &&
  RegExp.lastMatch === undefined &&
  RegExp.input === undefined &&
  !("$_" in RegExp);

// ---- Error.stackTraceLimit / prepareStackTrace
for (const k of ["stackTraceLimit", "prepareStackTrace", "captureStackTrace"])
  try {
    Error[k] = k === "stackTraceLimit" ? 0 : () => "leak";
  } catch {}
// ---- then
ok =
  Error.stackTraceLimit === undefined &&
  Error.prepareStackTrace === undefined &&
  new Error("x").stack.startsWith("Error: x");

// ---- Intl legacy fallback symbol
for (const C of [Intl.NumberFormat, Intl.DateTimeFormat])
  for (const o of [C.prototype, Object.prototype, globalThis])
    try {
      C.call(o);
    } catch {}
// ---- then
ok = [Intl.NumberFormat.prototype, Intl.DateTimeFormat.prototype, globalThis, Object.prototype].every(
  (o) => !Object.getOwnPropertySymbols(o).some((s) => String(s).includes("allback")),
);

// ---- Intl default locale, getters
try {
  Intl.NumberFormat.prototype.format = 1;
} catch {}
try {
  Intl.leak = 1;
} catch {}
try {
  new Intl.NumberFormat().format.leak = 1;
} catch {}
// ---- then
ok = Intl.leak === undefined && new Intl.NumberFormat().format.leak === undefined;

// ---- console
console.log = () => say("leak");
console.leak = 1;
// ---- then
console.log("x");
ok = console.leak === undefined;

// ---- console method
console.log.leak = 1;
// ---- then
ok = console.log.leak === undefined;

// ---- caller / arguments
function f() {
  return f.caller;
}
f();
// ---- then
ok = true;

// ---- Iterator accessors
Iterator.prototype[Symbol.toStringTag] = "leak";
// ---- then
ok =
  [].values().map((x) => x)[Symbol.toStringTag] !== "leak" &&
  Iterator.prototype[Symbol.toStringTag] === "Iterator";

// ---- Iterator.prototype.constructor
Iterator.prototype.constructor = class {};
// ---- then
ok = Iterator.prototype.constructor === Iterator;

// ---- Promise.prototype.then
Promise.prototype.then = () => say("leak");
// ---- then
await Promise.resolve(1);
ok = true;

// ---- Object.defineProperties on a prototype
Object.defineProperties(String.prototype, {
  leak: {
    get() {
      return 1;
    },
  },
});
// ---- then
ok = "".leak === undefined;

// ---- WeakMap keyed by a frozen intrinsic
const w = new WeakMap();
w.set(Array.prototype, "secret");
// ---- then
ok = !new WeakMap().has(Array.prototype);

// ---- private field stamped on an intrinsic
class R {
  constructor(o) {
    return o;
  }
}
class S extends R {
  #x = 1;
  static has(o) {
    return #x in o;
  }
}
new S(Array.prototype);
new S(globalThis);
globalThis.q = S;
// ---- then
class R {
  constructor(o) {
    return o;
  }
}
class S extends R {
  #x = 1;
  static has(o) {
    return #x in o;
  }
}
ok = !S.has(Array.prototype) && !S.has(globalThis);

// ---- private field stamped twice (detect)
class R {
  constructor(o) {
    return o;
  }
}
class S extends R {
  #x = 1;
  get v() {
    return this.#x;
  }
}
new S(Map.prototype);
// ---- then
class R {
  constructor(o) {
    return o;
  }
}
class S extends R {
  #x = 1;
  get v() {
    return this.#x;
  }
}
try {
  new S(Map.prototype);
  ok = true;
} catch (e) {
  ok = false;
}

// ---- Float/typed array prototype indices
try {
  Object.getPrototypeOf(Int8Array.prototype)[0] = 1;
} catch {}
Int8Array.prototype[5] = 1;
// ---- then
ok = Int8Array.prototype[5] === undefined;

// ---- Date / Math
try {
  Date.now = () => 0;
} catch {}
Math.random = () => 0.5;
// ---- then
ok = Date.now() > 1 && Math.random() !== 0.5;

// ---- Atomics.wait
let s = "no";
try {
  Atomics.wait(new Int32Array(new ArrayBuffer(4)), 0, 0, 5000);
  s = "blocked";
} catch (e) {
  s = e.name;
}
if (s !== "TypeError") say("leak");
// ---- then
ok = Atomics.waitAsync === undefined;

// ---- timers
setTimeout(() => say("leak"), 0);
// ---- then
ok =
  typeof setTimeout === "undefined" &&
  typeof queueMicrotask === "undefined" &&
  typeof setInterval === "undefined";

// ---- this at module level
if (this !== undefined) say("leak");
(function () {
  if (this !== undefined) say("leak");
})();
[1].forEach(function () {
  if (this !== undefined) say("leak");
});
// ---- then
ok = this === undefined;

// ---- Object.prototype setters on intrinsics
const set = Object.getOwnPropertyDescriptor(Object.prototype, "toString").set;
for (const o of [globalThis, Map.prototype, Array, Math, session])
  try {
    set.call(o, () => "leak");
  } catch {}
// ---- then
ok =
  [globalThis, Map.prototype, Math, session].every((o) => String(o) !== "leak") &&
  !String(Array).includes("leak");

// ---- import.meta of the script
import.meta.leak = 1;
// ---- then
ok = import.meta.leak === undefined;

// ---- FinalizationRegistry
const f = new FinalizationRegistry(() => say("leak"));
for (let i = 0; i < 100; i++) f.register({}, 1);
// ---- then
ok = true;

// ---- species of arrays
Array.prototype.constructor = {
  [Symbol.species]: function () {
    say("leak");
  },
};
// ---- then
[1].map((x) => x);
ok = [].constructor === Array;

// ---- indirect eval: var
(0, eval)("var leak = 1");
// ---- then
ok = typeof leak === "undefined" && (0, eval)("typeof leak") === "undefined";

// ---- indirect eval: var of a known name
(0, eval)("var Map = 1");
// ---- then
ok = typeof Map === "function";

// ---- indirect eval: let, const, class
(0, eval)("let leak = 1; const leak2 = 2; class Leak3 {}");
// ---- then
ok = (0, eval)("typeof leak + typeof leak2 + typeof Leak3") === "undefinedundefinedundefined";

// ---- indirect eval: function declaration
(0, eval)("function leak() {}");
// ---- then
ok = typeof leak === "undefined" && (0, eval)("typeof leak") === "undefined";

// ---- indirect eval: function in a block (Annex B.3.3)
(0, eval)("{ function leak() {} }");
// ---- then
ok = (0, eval)("typeof leak") === "undefined";

// ---- indirect eval: redeclares a function of the language
(0, eval)("function parseInt() { return 7; }");
// ---- then
ok = parseInt("1") === 1;

// ---- sloppy: assignment to an undeclared name
(0, eval)("leak = 1");
new Function("leak2 = 1")();
// ---- then
ok = typeof leak === "undefined" && typeof leak2 === "undefined";

// ---- sloppy: assignment to a known global
(0, eval)("JSON = {}; undefined = 1; NaN = 1; Array = null; console = null");
// ---- then
ok =
  typeof JSON.parse === "function" &&
  undefined === void 0 &&
  NaN !== NaN &&
  Array.isArray([]) &&
  console.log !== undefined;

// ---- sloppy: this is the global object
new Function('this.leak = 1; Object.defineProperty(this, "leak2", { value: 1 })')();
// ---- then
ok = !("leak" in globalThis) && !("leak2" in globalThis);

// ---- sloppy: with the global object
new Function("with (globalThis) { leak = 1; Map = 2; var leak3 = 3; }")();
// ---- then
ok = typeof leak === "undefined" && typeof Map === "function" && typeof leak3 === "undefined";

// ---- sloppy: with an intrinsic
new Function("with (Array.prototype) { push = 1; length = 9; leak = 2; }")();
// ---- then
ok = typeof [].push === "function" && Array.prototype.length === 0 && [].leak === undefined;

// ---- sloppy: writes to frozen objects fail without an error
new Function(
  "Array.prototype.push = 1; Object.prototype.leak = 1; Math.PI = 3; session.leak = 1; delete Array.prototype.map; Array.prototype[0] = 1",
)();
// ---- then
ok =
  typeof [].push === "function" &&
  typeof [].map === "function" &&
  {}.leak === undefined &&
  Math.PI > 3.1 &&
  session.leak === undefined &&
  [,][0] === undefined;

// ---- sloppy: direct eval hoists var
new Function('eval("var leak = 1"); return leak')();
eval("var leak2 = 1");
// ---- then
ok = typeof leak === "undefined" && typeof leak2 === "undefined";

// ---- sloppy: direct eval in a function at global level
(0, eval)('(function () { eval("var leak = 1; function leak2() {}"); return () => eval("leak") })()')();
// ---- then
ok = (0, eval)("typeof leak + typeof leak2") === "undefinedundefined";

// ---- sloppy: arguments.callee
const f = new Function(
  "arguments.callee.leak = (arguments.callee.leak ?? 0) + 1; return arguments.callee.leak",
);
f();
f();
// ---- then
const f = new Function(
  "arguments.callee.leak = (arguments.callee.leak ?? 0) + 1; return arguments.callee.leak",
);
ok = f() === 1;

// ---- sloppy: caller of a callback of the sdk
const f = new Function(
  "say",
  'const c = arguments.callee.caller ?? arguments.callee.arguments?.callee?.caller; if (c) say("leak")',
).bind(null, say);
console.log({ toJSON: f });
response.isValid.call({ toString: f });
// ---- then
ok = true;

// ---- equal functions from strings are different objects
const f = new Function("return function inner() {}");
f.leak = 1;
f().leak = 1;
(0, eval)("(function () {})").leak = 1;
// ---- then
const f = new Function("return function inner() {}");
ok = f.leak === undefined && f().leak === undefined && (0, eval)("(function () {})").leak === undefined;

// ---- equal literals from strings are different objects
(0, eval)("[{}]")[0].leak = 1;
(0, eval)("/a/g").lastIndex = 1;
(0, eval)("(class {})").leak = 1;
// ---- then
ok =
  (0, eval)("[{}]")[0].leak === undefined &&
  (0, eval)("/a/g").lastIndex === 0 &&
  (0, eval)("(class {})").leak === undefined;

// ---- template object of a string
(0, eval)("(x => { try { x.leak = 1; x.raw.leak = 1 } catch {} return x })`a`");
// ---- then
const x = (0, eval)("(x => { try { x.leak2 = 1; x.raw.leak = 1 } catch {} return x })`a`");
ok = x.leak === undefined && x.leak2 === undefined && x.raw.leak === undefined;

// ---- private field stamped on a template object
const t = (x) => x;
class R {
  constructor(o) {
    return o;
  }
}
class S extends R {
  #x = 1;
}
const f = () => t`a`;
new S(f());
// ---- then
const t = (x) => x;
class R {
  constructor(o) {
    return o;
  }
}
class S extends R {
  #x = 1;
}
const f = () => t`a`;
new S(f());
ok = true;

// ---- constructors of functions
for (const f of [function* () {}, async () => {}, async function* () {}]) {
  const C = f.constructor;
  try {
    C.leak = 1;
  } catch {}
  try {
    C.prototype.leak = 1;
  } catch {}
  C("leak = 1");
}
// ---- then
ok =
  [function* () {}, async () => {}, async function* () {}].every(
    (f) => f.constructor.leak === undefined && f.leak === undefined,
  ) && typeof leak === "undefined";

// ---- async function from a string goes on
const f = new (async () => {}).constructor("say", 'for (let i = 0; i < 50; i++) await 0; say("leak"); ').bind(
  null,
  () => say("late"),
);
f();
throw new Error("first");
// ---- then
for (let i = 0; i < 60; i++) await 0;
ok = true;

// ---- import() from a string
await new Function('return import("data:text/javascript,globalThis.leak=1;export const box=[]")')().catch(
  () => 0,
);
// ---- then
ok = typeof leak === "undefined";

// ---- data: import keeps no state
const m = await import("data:text/javascript,export const box = []").catch(() => null);
m?.box.push(1);
// ---- then
const m = await import("data:text/javascript,export const box = []").catch(() => null);
ok = m === null || m.box.length === 0;

// ---- import() with a function from a string and a relative path
const m = await new Function('return import("./_state.mjs")')().catch(() => null);
m?.box.push(1);
// ---- then
const m = await new Function('return import("./_state.mjs")')().catch(() => null);
ok = m === null || m.box.length === 0;

// ---- Symbol.for from a string
Object((0, eval)('Symbol.for("leak")')).leak = 1;
(0, eval)("globalThis")[Symbol.for("leak2")] = 1;
// ---- then
ok = globalThis[Symbol.for("leak2")] === undefined;

// ---- RegExp statics from a string
(0, eval)('/(s)ecret/.exec("secret"); RegExp.input = "secret"; RegExp.$_ = "secret"');
// ---- then
ok = (0, eval)(
  'RegExp.$1 === undefined && RegExp.input === undefined && RegExp.$_ === undefined && RegExp["$&"] === undefined',
);

// ---- Annex B: __proto__ of intrinsics
(0, eval)(
  "Array.prototype.__proto__ = { leak: 1 }; (function () {}).__proto__.leak = 1; Map.__proto__ = Set; ({}).__proto__.leak = 1",
);
// ---- then
ok =
  [].leak === undefined &&
  {}.leak === undefined &&
  (() => 0).leak === undefined &&
  Object.getPrototypeOf(Map) === Function.prototype;

// ---- Annex B: __defineGetter__ and __defineSetter__
for (const o of [globalThis, Object.prototype, Array.prototype, session]) {
  try {
    o.__defineGetter__("leak", () => 1);
  } catch {}
  try {
    o.__defineSetter__("leak", () => 1);
  } catch {}
}
// ---- then
ok =
  typeof leak === "undefined" && {}.leak === undefined && [].leak === undefined && session.leak === undefined;

// ---- Annex B: legacy functions
escape.leak = 1;
String.prototype.anchor.leak = 1;
Date.prototype.setYear.call(new Date(0), 99);
// ---- then
ok = escape.leak === undefined && "".anchor.leak === undefined;

// ---- session: expando
session.leak = 1;
// ---- then
ok = session.leak === undefined;

// ---- request: expando
request.leak = 1;
// ---- then
ok = request.leak === undefined;

// ---- response: expando
response.leak = 1;
// ---- then
ok = response.leak === undefined;

// ---- session: function replaced
session.getAttribute = () => "leak";
// ---- then
ok = session.getAttribute.name === "getAttribute";

// ---- session: function replaced by defineProperty
Object.defineProperty(session, "setAttribute", { value: (name, value) => say("leak") });
// ---- then
ok = Object.getOwnPropertyDescriptor(session, "setAttribute").writable === false;

// ---- session: prototype
Object.setPrototypeOf(session, { leak: 1 });
// ---- then
ok = session.leak === undefined && Object.getPrototypeOf(session) === Object.prototype;

// ---- functions of the sdk: expandos
for (const o of [session, request, response])
  for (const f of Object.values(o))
    try {
      f.leak = 1;
    } catch {}
// ---- then
ok = [session, request, response].every((o) => Object.values(o).every((f) => f.leak === undefined));

// ---- response: a status name
response.OK = 500;
delete response.NOT_FOUND;
// ---- then
ok = response.OK === 200 && response.NOT_FOUND === 404;

// ---- private field stamped on session
class R {
  constructor(o) {
    return o;
  }
}
class S extends R {
  #x = 1;
}
new S(session);
// ---- then
class R {
  constructor(o) {
    return o;
  }
}
class S extends R {
  #x = 1;
}
new S(session);
ok = true;

// ---- private field from a string, stamped on session
(0, eval)("class R { constructor(o) { return o } } (class extends R { #x = 1 })").prototype;
const S = (0, eval)("class R { constructor(o) { return o } } (class extends R { #x = 1 })");
new S(session);
new S(Array.prototype);
// ---- then
const S = (0, eval)("class R { constructor(o) { return o } } (class extends R { #x = 1 })");
new S(session);
new S(Array.prototype);
ok = true;

// ---- namespace of an sdk module
const m = await import("sdk/http");
try {
  m.leak = 1;
} catch {}
try {
  m.session.leak = 1;
} catch {}
m.session = 1;
// ---- then
const m = await import("sdk/http");
ok = m.leak === undefined && m.session === session;

// ---- error of the sdk
try {
  session.setAttribute(1);
} catch (e) {
  Object.getPrototypeOf(e).leak = 1;
}
// ---- then
ok = new Error("x").leak === undefined && new TypeError("x").leak === undefined;

// ---- module: variable
import { next } from "./_state.mjs";
next();
next();
// ---- then
import { next } from "./_state.mjs";
ok = next() === 1;

// ---- module: exported object
import { box, map } from "./_state.mjs";
box.push(1);
map.set(1, 1);
// ---- then
import { box, map } from "./_state.mjs";
ok = box.length === 0 && map.size === 0;

// ---- module: exported binding reassigned
import { current, assign } from "./_state.mjs";
assign("leak");
// ---- then
import { current } from "./_state.mjs";
ok = current === "initial";

// ---- module: static of a class
import { Counter } from "./_state.mjs";
Counter.count++;
Counter.add();
Counter.leak = 1;
Counter.prototype.leak = 1;
// ---- then
import { Counter } from "./_state.mjs";
ok =
  Counter.count === 0 &&
  Counter.hidden() === 0 &&
  Counter.leak === undefined &&
  new Counter().leak === undefined;

// ---- module: default function
import f from "./_state.mjs";
f.leak = 1;
f.prototype.leak = 1;
// ---- then
import f from "./_state.mjs";
ok = f.leak === undefined && f.prototype.leak === undefined;

// ---- module: namespace
import * as all from "./_state.mjs";
try {
  all.leak = 1;
} catch {}
all.box.push(1);
// ---- then
import * as all from "./_state.mjs";
ok = all.leak === undefined && all.box.length === 0;

// ---- module: import.meta
import { meta } from "./_state.mjs";
meta().leak = 1;
// ---- then
import { meta } from "./_state.mjs";
ok = meta().leak === undefined;

// ---- module: two levels down
import { box } from "./_outer.mjs";
box.push(1);
// ---- then
import { box, next } from "./_outer.mjs";
ok = box.length === 0 && next() === 1;

// ---- module: cycle
import { ping, marks } from "./_ping.mjs";
ping(3);
// ---- then
import { ping, marks } from "./_ping.mjs";
ok = marks() === 0;
ping(2);
ok &&= marks() === 3;

// ---- module: top-level await
import { late } from "./_awaits.mjs";
late.push(1);
// ---- then
import { late } from "./_awaits.mjs";
ok = late.length === 1 && late[0] === "initial";

// ---- module: dynamic import
const { box, assign } = await import("./_state.mjs");
box.push(1);
assign("leak");
// ---- then
const { box, current } = await import("./_state.mjs");
ok = box.length === 0 && current === "initial";

// ---- module: dynamic import of a computed path
for (const name of ["state", "outer"]) (await import("./_" + name + ".mjs")).box.push(1);
// ---- then
for (const name of ["outer", "state"]) ok = (await import("./_" + name + ".mjs")).box.length === 0;

// ---- module: dynamic import, then an error
const { box } = await import("./_state.mjs");
box.push(1);
throw new Error("first");
// ---- then
const { box } = await import("./_state.mjs");
ok = box.length === 0;

// ---- module: fails in mid-graph
import { box } from "./_state.mjs";
import "./_throws.mjs";
box.push(1);
// ---- then
import { box, next, failures } from "./_state.mjs";
ok = box.length === 0 && next() === 1 && failures.length === 0;

// ---- module: fails in mid-graph, imported again
await import("./_throws.mjs");
// ---- then
const { failures } = await import("./_state.mjs");
ok = failures.length === 0;
await import("./_throws.mjs").catch((e) => (ok &&= e.message === "mid-graph 1"));

// ---- module: imports itself
import * as self from "./_self.mjs";
self.add();
// ---- then
import { add } from "./_self.mjs";
ok = add() === 1;

// ---- module: a closure kept for later
import { keep } from "./_state.mjs";
keep(() => {
  say("leak");
  return session.getId();
});
// ---- then
import { kept } from "./_state.mjs";
ok = kept() === undefined;

// ---- rejection and error together
Promise.reject(new Error("of the first"));
throw new Error("first");
// ---- then
await 0;
ok = true;

// ---- many rejections and an error
for (let i = 0; i < 20; i++)
  (async () => {
    await 0;
    throw new Error("of the first");
  })();
throw new Error("first");
// ---- then
await 0;
await 0;
await 0;
ok = true;

// ---- jobs that start jobs for ever after an error
let n = 0;
const again = () => {
  if (++n < 5000) Promise.resolve().then(again);
  else say("late");
};
again();
throw new Error("first");
// ---- then
for (let i = 0; i < 100; i++) await 0;
ok = true;

// ---- job that fails after an error
(async () => {
  for (let i = 0; i < 20; i++) await 0;
  throw new Error("late");
})();
throw new Error("first");
// ---- then
for (let i = 0; i < 30; i++) await 0;
ok = true;

// ---- job that uses the session after an error
(async () => {
  for (let i = 0; i < 30; i++) {
    await 0;
    say("late");
  }
})();
throw new Error("first");
// ---- then
for (let i = 0; i < 60; i++) await 0;
ok = true;

// ---- top-level await fails with a job left
(async () => {
  for (let i = 0; i < 90; i++) await 0;
  say("late");
})();
await 0;
throw new Error("first");
// ---- then
for (let i = 0; i < 100; i++) await 0;
ok = true;

// ---- top-level await throws a primitive
await 0;
throw "text";
// ---- then
ok = true;

// ---- error thrown while an iterator is closed
function* g() {
  try {
    yield 1;
    yield 2;
  } finally {
    say("late");
  }
}
for (const x of g()) throw new Error("first");
// ---- then
ok = true;

// ---- error with a getter for its message
throw {
  get message() {
    globalThis.leak = 1;
    return say("leak");
  },
  toString() {
    return say("leak");
  },
};
// ---- then
ok = typeof leak === "undefined";

// ---- Atomics.waitAsync: a time-out that comes late
const shared = new Int32Array(new ArrayBuffer(4));
const w = Atomics.waitAsync?.(shared, 0, 0, 20);
w?.value.then(() => say("leak"));
// ---- then
const end = Date.now() + 60;
while (Date.now() < end);
for (let i = 0; i < 10; i++) await 0;
ok = true;

// ---- Atomics.waitAsync: never notified
const shared = new Int32Array(new ArrayBuffer(4));
Atomics.waitAsync?.(shared, 0, 0).value.then(() => say("leak"));
throw new Error("first");
// ---- then
const shared = new Int32Array(new ArrayBuffer(4));
Atomics.notify(shared, 0);
for (let i = 0; i < 10; i++) await 0;
ok = true;
