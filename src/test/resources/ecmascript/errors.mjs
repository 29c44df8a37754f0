// SPDX-License-Identifier: Apache-2.0

// ---- 1 every constructor
for (const C of [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError]) { const e = new C("m"); out(e.name, e.message, String(e), e instanceof Error, C.name, C.length); }
// ---- 2 AggregateError
const e = new AggregateError([1, new Error("b")], "m", { cause: 0 });
out(e.errors.length, e.message, e.name, e.cause);
// ---- 3 cause
out(new Error("a", { cause: "c" }).cause, "cause" in new Error("a"), Object.getOwnPropertyDescriptor(new Error("a", { cause: 1 }), "cause"));
// ---- 4 own message and name
const e = new Error("a"); e.message = "b"; e.name = "N"; out(`${e}`, Object.keys(e));
// ---- 5 without message
out(String(new Error()), "message" in {}, Object.hasOwn(new Error(), "message"), Object.hasOwn(new Error("x"), "message"));
// ---- 6 toString of odd things
out(Error.prototype.toString.call({ name: "n", message: "m" }), Error.prototype.toString.call({ name: "", message: "m" }), Error.prototype.toString.call({ message: undefined }));
// ---- 7 errors of the language
for (const f of [() => null.x, () => undefined(), () => x, () => new Array(-1), () => decodeURIComponent("%"), () => new RegExp("("), () => (1).toFixed(101), () => Symbol() + "", () => 1n + 1, () => eval("{"), () => "a".repeat(-1), () => { const c = 1; c = 2; }]) try { f(); } catch (e) { out(e.name, e.constructor.name); }
let x;
// ---- 8 finally
const f = () => { try { return 1; } finally { out("f"); } }; out(f());
const g = () => { try { throw 1; } catch { return 2; } finally { return 3; } }; out(g());
// ---- 9 catch binding patterns
try { throw { a: 1, b: [2] }; } catch ({ a, b: [c] }) { out(a, c); }
// ---- 10 rethrown
try { try { throw new Error("in"); } catch (e) { throw new Error("out", { cause: e }); } } catch (e) { out(e.message, e.cause.message); }
// ---- 11 throwing what is no error
for (const v of [1, "s", null, undefined, { a: 1 }]) try { throw v; } catch (e) { out(e === v); }
// ---- 12 the stack is text
out(typeof new Error("a").stack, new Error("msg").stack.startsWith("Error: msg"));
// ---- 13 recursion without end
const f = () => f() + 1; try { f(); } catch (e) { out(e.name); }
// ---- 14 errors in getters, iterators, proxies
try { ({ get a() { throw new TypeError("g"); } }).a; } catch (e) { out(e.message); }
try { [...{ [Symbol.iterator]() { return {}; } }]; } catch (e) { out(e.name); }
try { new Proxy({}, { get() { throw 7; } }).a; } catch (e) { out(e); }
// ---- 15 is it an error
out(typeof Error.isError, Object.prototype.toString.call(new Error()));
// ---- 16 the temporal dead zone
try { out(y); } catch (e) { out(e.name); } let y = 1;
try { typeof z; } catch (e) { out(e.name); } const z = 1;
// ---- 17 labels
a: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 1) continue a; if (i === 2) break a; out(i, j); } }
b: { out("in"); break b; }
// ---- 18 switch
const f = (x) => { switch (x) { case 1: return "one"; case 2: case 3: return "more"; default: return "none"; } }; out(f(1), f(3), f(9));
// ---- 19 nullish and optional
const o = { a: { b: null }, f() { return 1; } }; out(o?.a?.b?.c, o.a.b ?? 5, o.g?.(), o.f?.(), o?.["a"], delete o?.a);
let u = null; u ??= 3; u ||= 4; u &&= 5; out(u);
// ---- 20 comma, void, exponent, in, delete
out((1, 2), void 0, 2 ** 3 ** 2, "a" in { a: 1 }, delete {}.x, typeof null, -(2 ** 2));
