// SPDX-License-Identifier: Apache-2.0

// ---- 1 spread and for of
out([..."aé😀"], [...new Set([1, 1, 2])], [...new Map([[1, 2]])], [...[1, , 3]]);
for (const [k, v] of Object.entries({ a: 1 })) out(k, v);
// ---- 2 an iterator of one's own
const it = { from: 1, to: 3, [Symbol.iterator]() { let i = this.from, t = this.to; return { next: () => (i <= t ? { value: i++, done: false } : { value: undefined, done: true }) }; } };
out([...it], Array.from(it, (x) => x * 2), Math.max(...it));
// ---- 3 return is called on break
const it = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return() { out("return"); return {}; } }) };
for (const x of it) break; const [a] = it; out(a);
// ---- 4 generators
function* g() { const x = yield 1; out("got", x); try { yield 2; } finally { out("end"); } }
const i = g(); out(i.next("a"), i.next("b"), i.return(9), i.next());
// ---- 5 yield*
function* a() { const r = yield* b(); out(r); yield* [3, 4]; } function* b() { yield 1; return "r"; }
out([...a()]);
// ---- 6 throw into a generator
function* g() { try { yield 1; } catch (e) { yield "caught " + e; } }
const i = g(); i.next(); out(i.throw("x"), i.next());
// ---- 7 generator methods and objects
const o = { *g() { yield this.x; }, x: 5 }; class A { static *s() { yield 1; } *[Symbol.iterator]() { yield* [1, 2]; } }
out([...o.g()], [...A.s()], [...new A()], Object.prototype.toString.call(o.g()));
// ---- 8 helpers map filter take drop
out([1, 2, 3, 4].values().map((x) => x * 2).filter((x) => x > 2).take(2).toArray(), [1, 2, 3].values().drop(2).toArray());
// ---- 9 helpers flatMap reduce some every find forEach
out([1, 2].values().flatMap((x) => [x, x]).toArray(), [1, 2].values().reduce((a, b) => a + b), [1].values().some((x) => x > 0), [1].values().every((x) => x > 1), [1, 2].values().find((x) => x > 1));
[1, 2].values().forEach((x, i) => out(x, i));
// ---- 10 helpers are lazy
let n = 0; const it = [1, 2, 3].values().map((x) => (n++, x)); it.next(); out(n);
// ---- 11 Iterator.from
out(Iterator.from({ next() { return { done: true }; } }).toArray(), Iterator.from([1, 2]).toArray(), Iterator.from("ab").toArray());
// ---- 12 helpers refuse
for (const f of [() => [].values().take(-1), () => [].values().take(NaN), () => [].values().map(1), () => [].values().reduce((a) => a), () => new Iterator()]) try { f(); out("no"); } catch (e) { out(e.name); }
// ---- 13 tags
out([].values()[Symbol.toStringTag], new Map().keys()[Symbol.toStringTag], [].values().map((x) => x)[Symbol.toStringTag], Iterator.prototype[Symbol.toStringTag]);
// ---- 14 methods of an iterator shadowed
const i = [1, 2].values(); i.next = () => ({ done: true }); i.map = 5; out([...i], i.map);
// ---- 15 infinite
function* nat() { let i = 0; while (true) yield i++; }
out(nat().filter((x) => x % 3 === 0).take(4).toArray());
// ---- 16 entries keys values
out([...["a", "b"].entries()], [..."ab"].keys().toArray(), [...new Set([1]).entries()], [...new Map([[1, 2]]).values()]);
// ---- 17 a generator's prototype
function* g() { yield 1; } g.prototype.extra = 4; out(g().extra, g() instanceof g, Object.getPrototypeOf(g()) === g.prototype);
// ---- 18 a generator as a constructor
function* g() {} try { new g(); } catch (e) { out(e.name); }
// ---- 19 Array.from with an array-like
out(Array.from({ length: 3 }, (_, i) => i * i), Array.from({ length: 2, 0: "a" }), Array.from(new Map([[1, 2]])));
// ---- 20 closing of a helper
const src = { next: () => ({ value: 1, done: false }), return() { out("closed"); return {}; }, __proto__: Iterator.prototype };
for (const x of src.map((y) => y + 1)) { out(x); break; }
// ---- 21 Symbol.toStringTag of a subclass's iterator set
class I extends Iterator { next() { return { done: true }; } } I.prototype[Symbol.toStringTag] = "Mine"; out(Object.prototype.toString.call(new I()), [...new I()]);
// ---- 22 for in
class A { a = 1; } A.prototype.b = 2; const keys = []; for (const k in new A()) keys.push(k); for (const k in "ab") keys.push(k); for (const k in [5]) keys.push(k); out(keys);
// ---- 23 for in of built-ins lists none of theirs
const keys = []; for (const x of [[], {}, new Map(), () => 0, /a/, new Date(0), new Error("a")]) for (const k in x) keys.push(k); out(keys);
