// SPDX-License-Identifier: Apache-2.0

// ---- 1 destructuring of objects
const { a, b: { c = 5, ...d }, ["x" + 1]: e, ...f } = { a: 1, b: { q: 2, r: 3 }, x1: 4, y: 6 }; out(a, c, d, e, f);
// ---- 2 destructuring of arrays
const [a, , b = 3, ...c] = [1, 2, undefined, 4, 5]; out(a, b, c); let x = 1, y = 2; [x, y] = [y, x]; out(x, y);
// ---- 3 destructuring parameters
const f = ({ a = 1, b } = {}, [c, d] = [7, 8], ...r) => [a, b, c, d, r]; out(f(), f({ b: 2 }, [3, 4], 5, 6), f.length);
// ---- 4 destructuring refuses
for (const g of [() => { const { a } = null; }, () => { const [a] = {}; }, () => { const { a: { b } } = {}; }]) try { g(); } catch (e) { out(e.name); }
// ---- 5 spread of objects
const s = Symbol("s"); const o = { a: 1, ...{ b: 2, a: 3 }, ...null, ..."hi", ...[9], [s]: 1 }; out(o, { ...o }[s]);
// ---- 6 spread calls
const f = (...a) => a.length; out(f(...[1, 2], ...new Set([3]), ..."ab"), new Date(...[2020, 0, 1]).getFullYear());
// ---- 7 template literals
const x = 3; out(`a${x}b${`${x + 1}`}`, `\u0041\n`.length, `line
two`);
// ---- 8 tagged templates
const tag = (s, ...v) => [s.join("|"), s.raw.join("|"), v, Object.isFrozen(s)]; out(tag`a\n${1}b${2}`, String.raw`\n${1}`);
// ---- 9 a template object is the same each time
const same = (s) => s, f = () => same`x`; out(f() === f(), same`x` === same`x`);
// ---- 10 invalid escapes in tags
out(((s) => [s[0], s.raw[0]])`\unicode`);
// ---- 11 default parameters
const f = (a, b = a + 1, c = () => a) => [a, b, c()]; out(f(1), f(1, undefined), f.length);
// ---- 12 closures in loops
const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); out(fs.map((f) => f())); var gs = []; for (var j = 0; j < 2; j++) gs.push(() => j); out(gs.map((g) => g()));
// ---- 13 getters and setters in literals
const o = { _v: 1, get v() { return this._v; }, set v(x) { this._v = x * 2; }, get ["c" + 1]() { return 9; } }; o.v = 4; out(o.v, o.c1, Object.keys(o));
// ---- 14 shorthand names
const a = 1, o = { a, f() {}, async g() {}, *h() {}, "x y"() {}, 5: 6, [Symbol.iterator]: 1 }; out(Object.keys(o), o.f.name, o["x y"].name);
// ---- 15 __proto__ in literals
const o = { __proto__: { x: 1 } }; out(o.x, Object.keys(o), ({ ["__proto__"]: 1 }).hasOwnProperty("__proto__"));
// ---- 16 names of functions
const f = () => {}, o = { g: function () {}, [Symbol("s")]: () => {} }; out(f.name, o.g.name, (() => {}).name, o[Object.getOwnPropertySymbols(o)[0]].name, f.bind().name, new Function("a", "").name);
// ---- 17 arguments
function f() { return [arguments.length, [...arguments], Object.prototype.toString.call(arguments)]; } out(f(1, 2)); out((function (a) { arguments[0] = 9; return a; })(1));
// ---- 18 this
function f() { return this; } out(f(), f.call(5) === 5, f.apply("s"), f.bind(null)()); out((() => typeof this)());
// ---- 19 hoisting
out(typeof h, h()); function h() { return 1; } out(v); var v = 2;
// ---- 20 numbers
out(0b11, 0o17, 0xff, 1_000, .5, 5., 1e3, 0.1 + 0.2, -0, 1 / -0, NaN !== NaN, 2 ** 53 + 1);
// ---- 21 equality
out(null == undefined, null == 0, "1" == 1, [1] == 1, NaN == NaN, Object.is(-0, 0), "b" > "a", null >= 0, [] + {}, [] == "");
// ---- 22 conversion
out(+"", +" 12 ", +"0x10", +"1n", Number(null), Number(undefined), Number([5]), parseInt("12px"), parseFloat("1.5.5"), String([1, [2, 3]]), String({}), String(null), Boolean(""), !!"0");
// ---- 23 bits
out(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 31, -1 >>> 0, -1 >> 1, 2 ** 32 >> 0);
// ---- 24 eval
const x = 1; out(eval("x + 1"), (0, eval)("typeof x"), eval("var q = 5; q"), typeof q);
// ---- 25 functions from text
out(new Function("a", "b", "return a + b")(1, 2), new Function("return typeof x")(), Function("return 1")());
// ---- 26 regular expression or division
const g = 2, a = 8; out(a / g / 2, /g/.test("g"), [..."a/b".split(/\//)]);
// ---- 27 automatic semicolons
const f = () => {
  return
  1;
}; out(f()); let i = 1
i++
out(i)
// ---- 28 strict mode
for (const f of [() => { undeclared = 1; }, () => { Object.freeze([1])[0] = 2; }, () => { delete Object.freeze({ a: 1 }).a; }, () => { "s".x = 1; }, () => { (function f() { f = 1; })(); }]) try { f(); out("no"); } catch (e) { out(e.name); }
// ---- 29 syntax errors
for (const s of ["let a; let a", "break", "return", "a b", "({a:1,a})=1", "/(/", "1.a", "let let", "await 1", "class { constructor(){} constructor(){} }", "new.target", "import.meta"]) try { new Function("'use strict';" + (s === "return" ? "}{" : s)); out("fine"); } catch (e) { out(e.name); }
// ---- 30 unicode names and strings
const žluť = 1, \u0061b = 2; out(žluť, ab, "\u{1F600}".length, "é".normalize("NFD").length, "\x41");
// ---- 31 import.meta and this of a module
out(typeof import.meta, this === undefined);
// ---- 32 the global object
out(typeof globalThis, globalThis.globalThis === globalThis, typeof globalThis.Array, Object.keys(globalThis).length >= 0);
// ---- 33 block functions and shadowing
let a = 1; { let a = 2; function b() { return a; } out(b()); } out(a);
// ---- 34 getter on a prototype chain
const p = { get x() { return this.y; } }, o = Object.create(p, { y: { value: 3 } }); out(o.x); try { o.x = 1; } catch (e) { out(e.name); }
