// SPDX-License-Identifier: Apache-2.0

// ---- 1 Map
const m = new Map([["a", 1], [NaN, 2], [-0, 3]]); m.set("b", 4).delete("a"); out([...m], m.get(NaN), m.get(0), m.size, m.has("a"), [...m.keys()]); m.forEach((v, k, t) => out(v, k, t === m)); m.clear(); out(m.size);
// ---- 2 Map changed while it is walked
const m = new Map([[1, 1], [2, 2]]), r = []; for (const [k] of m) { r.push(k); if (k === 1) { m.delete(2); m.set(3, 3); } } out(r);
// ---- 3 Map.groupBy
out([...Map.groupBy([1, 2, 3], (x) => x % 2)]);
// ---- 4 Set
const s = new Set("hello"); out([...s], s.size, s.has("l"), s.add("x") === s, s.delete("h"), [...s.entries()][0]);
// ---- 5 new Set methods
const a = new Set([1, 2, 3]), b = new Set([2, 3, 4]); out([...a.union(b)], [...a.intersection(b)], [...a.difference(b)], [...a.symmetricDifference(b)], a.isSubsetOf(b), new Set([2]).isSubsetOf(a), a.isSupersetOf(new Set([1])), a.isDisjointFrom(new Set([9])));
// ---- 6 Set methods with set-likes
out([...new Set([1, 2]).union({ size: 1, has: () => true, keys: () => [7].values() })], [...new Set([1]).intersection(new Map([[1, 2]]))]); for (const x of [[1], { size: NaN, has() {}, keys() {} }, { size: 1 }]) try { new Set([1]).union(x); } catch (e) { out(e.name); }
// ---- 7 WeakMap and WeakSet
const k = {}, w = new WeakMap([[k, 1]]), s = new WeakSet([k]); out(w.get(k), w.has({}), w.delete(k), w.has(k), s.has(k), w.set(k, 2) === w); for (const f of [() => w.set(1, 1), () => s.add("a")]) try { f(); } catch (e) { out(e.name); } out(w.set(Symbol("x"), 1) === w);
// ---- 8 refusals
for (const f of [() => Map(), () => new Map([1]), () => new Set(5), () => Map.prototype.get.call({}), () => new WeakMap(5), () => Set.prototype.size]) try { f(); out("no"); } catch (e) { out(e.name); }
// ---- 9 own adders
class M extends Map { set(k, v) { return super.set(k + "!", v); } } out([...new M([["a", 1]])]); class S extends Set { has() { return "always"; } } out(new S().has(1));
// ---- 10 array methods that change
const a = [3, 1, 2]; out(a.push(4), a.pop(), a.shift(), a.unshift(9, 8), a, a.splice(1, 1, "x", "y"), a, a.reverse(), [3, 1, 2].sort(), [10, 9, 1].sort(), [1, 2, 3].fill(0, 1), [1, 2, 3, 4].copyWithin(0, 2));
// ---- 11 array methods that copy
const a = [3, 1, 2]; out(a.toSorted(), a.toReversed(), a.with(0, 9), a.toSpliced(1, 1, 7, 8), a, a.concat([4, [5]]), a.slice(-2), a.at(-1), a.flat(), [[1, [2, [3]]]].flat(Infinity), [1, 2].flatMap((x) => [x, x * 2])); try { a.with(5, 1); } catch (e) { out(e.name); }
// ---- 12 array search
const a = [1, NaN, 3, 3]; out(a.indexOf(NaN), a.includes(NaN), a.find((x) => x > 1), a.findIndex((x) => x > 1), a.findLast((x) => x === 3), a.findLastIndex((x) => x === 3), a.lastIndexOf(3), a.some((x) => x > 2), a.every((x) => x > 0));
// ---- 13 array reduce and join
out([1, 2, 3].reduce((a, b) => a + b), [1, 2].reduceRight((a, b) => a + b, "x"), [null, undefined, [1, 2], {}].join("-"), [1, [2, [3]]].toString(), [, 1].join()); try { [].reduce((a) => a); } catch (e) { out(e.name); }
// ---- 14 holes
const a = [1, , 3]; out(a.length, 1 in a, a.map((x) => x * 2), Object.keys(a), a.indexOf(undefined), a.includes(undefined), [...a], a.findIndex((x) => x === undefined), JSON.stringify(a)); let n = 0; a.forEach(() => n++); out(n);
// ---- 15 length
const a = [1, 2, 3]; a.length = 1; out(a); a[5] = 1; out(a.length); a.length = 0; out(a.length); for (const v of [-1, 1.5, 2 ** 32]) try { a.length = v; } catch (e) { out(e.name); }
// ---- 16 array-likes
out(Array.prototype.map.call("ab", (x) => x + x), Array.prototype.join.call({ length: 2, 0: "a", 1: "b" }, "+"), Array.prototype.push.call({ length: 1 }, 5), Array.from("ab"), Array.prototype.concat.call(1, 2).length);
// ---- 17 sort is stable and calls the comparer
const a = [{ k: 1, v: "a" }, { k: 0, v: "b" }, { k: 1, v: "c" }, { k: 0, v: "d" }]; out(a.sort((x, y) => x.k - y.k).map((x) => x.v).join(""), [3, undefined, 1, , 2].sort(), ["b", "a"].sort((a, b) => (a < b ? 1 : -1))); try { [1, 2].sort(5); } catch (e) { out(e.name); }
// ---- 18 an array with own names
const a = [1]; a.x = 1; a[-1] = 2; a["01"] = 3; out(Object.keys(a), a.length, JSON.stringify(a), Array.isArray(a)); a.includes = () => "own"; out(a.includes(1));
// ---- 19 frozen arrays
const a = Object.freeze([2, 1]); for (const f of [() => a.push(1), () => a.sort(), () => { a.length = 0; }, () => { a[0] = 1; }, () => a.pop()]) try { f(); } catch (e) { out(e.name); } out(a.toSorted(), [...a]);
// ---- 20 large and sparse arrays
const a = []; a[4294967294] = 1; out(a.length); try { a.push(1); } catch (e) { out(e.name); } const b = new Array(5); out(b.length, 0 in b, Array(3).fill().map((_, i) => i), new Array("3").length, Array.of(3).length);
// ---- 21 getters in arrays
const a = [1, 2]; Object.defineProperty(a, 0, { get: () => "g", configurable: true }); out(a[0], a.map((x) => x), a.slice());
// ---- 22 prototypes of results
class L extends Array {} out(new L(1, 2, 3).concat([4]) instanceof L, new L(1, 2).toSorted() instanceof L, L.from("a").flat() instanceof L, new L(3).length);
