// SPDX-License-Identifier: Apache-2.0

// ---- 1 subclass of Array
class L extends Array { last() { return this[this.length - 1]; } }
const l = L.from([1, 2, 3]);
out(l.last(), l.length, l.map((x) => x + 1) instanceof L, l.filter(Boolean).last(), Array.isArray(l), L.of(7).last());
// ---- 2 subclass of Map
class M extends Map { getOr(k, d) { return this.has(k) ? this.get(k) : d; } }
const m = new M([["a", 1]]);
out(m.getOr("a"), m.getOr("b", 2), m.size, Object.prototype.toString.call(m));
// ---- 3 subclass of Set
class S extends Set { add(x) { return super.add(x * 2); } }
out([...new S([1, 2])]);
// ---- 4 subclass of Promise
class P extends Promise { static get [Symbol.species]() { return Promise; } }
const p = P.resolve(1);
out(p instanceof P, p.then(() => 0) instanceof P, await p);
// ---- 5 subclass of RegExp
class R extends RegExp { exec(s) { const r = super.exec(s); if (r) r.extra = 1; return r; } }
out(new R("a").exec("a").extra, "aXa".replace(new R("a", "g"), "b"), new R("a").test("b"), new R("x", "i").flags);
// ---- 6 subclass of Date
class D extends Date { day() { return this.getUTCDate(); } }
out(new D(0).day(), new D(0).toISOString(), new D(0) instanceof Date);
// ---- 7 subclass of Function
class F extends Function {}
out(new F("a", "return a + 1")(1), new F() instanceof F);
// ---- 8 subclass of String, Number, Boolean
class S extends String { shout() { return this.toUpperCase() + "!"; } }
class N extends Number { twice() { return this * 2; } }
class B extends Boolean {}
out(new S("a").shout(), new S("abc").length, new N(4).twice(), new B(true) && typeof new B(true), `${new S("q")}`);
// ---- 9 subclass of ArrayBuffer and typed arrays
class U extends Uint8Array { sum() { return this.reduce((a, b) => a + b, 0); } }
class AB extends ArrayBuffer {}
out(U.of(1, 2).sum(), new U(3).subarray(1) instanceof U, new AB(8).byteLength, new AB(8).slice(2) instanceof AB);
// ---- 10 subclass of WeakMap, WeakSet, WeakRef
class W extends WeakMap {}
class V extends WeakSet {}
class X extends WeakRef {}
const key = {};
out(new W([[key, 1]]).get(key), new V([key]).has(key), new X(key).deref() === key);
// ---- 11 subclass of Error
class E extends Error { constructor(m, o) { super(m, o); this.name = "E"; } }
const e = new E("m", { cause: 1 });
out(String(e), e.cause, e instanceof E, Object.prototype.toString.call(e), Object.keys(e));
// ---- 12 subclass of Object
class O extends Object { constructor() { super(); this.a = 1; } }
out(new O().a, new O() instanceof O);
// ---- 13 subclass of Iterator
class I extends Iterator { i = 0; next() { return { value: this.i, done: this.i++ > 2 }; } }
out([...new I()], new I().map((x) => x * 2).toArray());
// ---- 14 statics assigned on a subclass
class L extends Array {}
L.of = () => "of"; L.isArray = 1; L.from = 2;
out(L.of(), L.isArray, L.from, Array.of(1));
// ---- 15 prototype members assigned on a subclass's prototype
class L extends Array {}
L.prototype.map = () => "map"; L.prototype.toString = () => "L";
out(new L().map(), `${new L()}`, [1].map((x) => x));
// ---- 16 own members of instances
const a = [1]; a.push = () => "own"; const m = new Map(); m.get = () => 5; const d = new Date(0); d.getTime = () => 6;
out(a.push(2), m.get(), d.getTime(), a.length);
// ---- 17 ES5 inheritance from Error
function Old(m) { this.message = m; }
Old.prototype = Object.create(Error.prototype); Old.prototype.constructor = Old; Old.prototype.name = "Old"; Old.prototype.toString = function () { return "old " + this.message; };
out(`${new Old("x")}`, new Old() instanceof Error);
// ---- 18 ES5 inheritance from Array
function Stack() {} Stack.prototype = []; Stack.prototype.push = function (x) { this[this.length] = x; return "pushed"; };
out(new Stack().push(1));
// ---- 19 Symbol.isConcatSpreadable
const o = { length: 2, 0: "a", 1: "b", [Symbol.isConcatSpreadable]: true };
out([1].concat(o, [2]));
// ---- 20 Symbol.unscopables
out(Object.keys(Array.prototype[Symbol.unscopables]).includes("flat"));
// ---- 21 array species create
class L extends Array { static get [Symbol.species]() { return undefined; } }
out(new L(1, 2, 3).slice(1) instanceof L);
// ---- 22 an own constructor as species
const a = [1, 2, 3]; a.constructor = { [Symbol.species]: function (n) { this.made = n; } };
const r = a.map((x) => x); out(r.made, r[0], Array.isArray(r));
// ---- 23 a descriptor of a built-in method, changed
const o = Object.defineProperty([], "map", { ...Object.getOwnPropertyDescriptor(Array.prototype, "map"), value: () => "mine" });
out(o.map(), Object.keys(o));
// ---- 24 the descriptors of a prototype, copied
const o = Object.create({}, Object.getOwnPropertyDescriptors(Set.prototype));
o.has = 1; out(o.has, typeof o.add);
