// SPDX-License-Identifier: Apache-2.0

// ---- 1 proxy get set has delete
const log = []; const p = new Proxy({ a: 1 }, { get(t, k, r) { log.push("get " + String(k)); return Reflect.get(t, k, r); }, set(t, k, v, r) { log.push("set " + k); return Reflect.set(t, k, v, r); }, has(t, k) { log.push("has"); return k in t; }, deleteProperty(t, k) { log.push("del"); return delete t[k]; } });
p.b = p.a; "a" in p; delete p.a; out(log, Object.keys(p));
// ---- 2 proxy apply construct
const p = new Proxy(function f(a) { return a; }, { apply: (t, self, args) => args.length, construct: (t, args) => ({ n: args[0] }) }); out(p(1, 2), new p(5).n, typeof p, p.name);
// ---- 3 proxy ownKeys and descriptors
const p = new Proxy({}, { ownKeys: () => ["a", "b"], getOwnPropertyDescriptor: (t, k) => ({ value: k, enumerable: true, configurable: true }) }); out(Object.keys(p), { ...p }, Object.entries(p), JSON.stringify(p));
// ---- 4 proxy of an array
const p = new Proxy([1, 2], {}); p.push(3); out(p.length, Array.isArray(p), p.map((x) => x * 2), JSON.stringify(p), [...p], p.concat(4));
// ---- 5 proxy invariants
const p = new Proxy(Object.freeze({ a: 1 }), { get: () => 2, set: () => true, deleteProperty: () => true, has: () => false, ownKeys: () => [] });
for (const f of [() => p.a, () => { p.a = 2; }, () => delete p.a, () => "a" in p, () => Object.keys(p)]) try { out(f()); } catch (e) { out(e.name); }
// ---- 6 revoked
const { proxy, revoke } = Proxy.revocable({}, {}); proxy.a = 1; revoke(); try { proxy.a; } catch (e) { out(e.name); } out(typeof proxy);
// ---- 7 proxy of a class
class A { x = 1; static s = 2; } const P = new Proxy(A, {}); out(new P().x, P.s, new P() instanceof P, new P() instanceof A); class B extends P {} out(new B().x);
// ---- 8 proxy of a Map
const p = new Proxy(new Map(), { get(t, k) { const v = t[k]; return typeof v === "function" ? v.bind(t) : v; } }); p.set("a", 1); out(p.get("a"), p.size); try { new Proxy(new Map(), {}).size; } catch (e) { out(e.name); }
// ---- 9 reactive proxies
const seen = []; const deep = (o) => new Proxy(o, { get: (t, k, r) => { const v = Reflect.get(t, k, r); return typeof v === "object" && v !== null ? deep(v) : v; }, set: (t, k, v, r) => { seen.push(k); return Reflect.set(t, k, v, r); } });
const s = deep({ list: [1], o: { a: 1 } }); s.list.push(2); s.o.toString = () => "t"; out(seen, `${s.o}`);
// ---- 10 Reflect get set with receivers
const o = { get x() { return this.y; }, set x(v) { this.z = v; } }, r = { y: 7 }; out(Reflect.get(o, "x", r), Reflect.set(o, "x", 8, r), r.z);
// ---- 11 Reflect.set answers false
out(Reflect.set({}, "toString", 1, Object.freeze({})), Reflect.set(Object.freeze({ a: 1 }), "a", 2), Reflect.set({}, "toString", 1, 5), Reflect.set([], "length", 0), Reflect.set({}, "a", 1));
try { Reflect.set({ set a(v) { throw new RangeError("own"); } }, "a", 1); } catch (e) { out(e.message); }
try { Reflect.set(1, "a", 1); } catch (e) { out(e.name); }
// ---- 12 Reflect.set where built-ins have the name
const o = {}; out(Reflect.set(o, "valueOf", 1), o.valueOf, Object.getOwnPropertyDescriptor(o, "valueOf")); const a = []; out(Reflect.set(a, "map", 2), a.map, Object.keys(a));
// ---- 13 Reflect.set on an own accessor or a read-only one
const o = Object.defineProperty({}, "toString", { value: 1 }); out(Reflect.set({}, "toString", 2, o), o.toString); const g = { get valueOf() { return 3; } }; out(Reflect.set({}, "valueOf", 2, g), g.valueOf);
// ---- 14 Reflect.ownKeys and order
out(Reflect.ownKeys({ b: 1, 2: 1, a: 1, 1: 1, [Symbol.iterator]: 1 }), Object.getOwnPropertyNames("ab"), Reflect.ownKeys([1]));
// ---- 15 Reflect.construct and apply
class A { constructor(x) { this.x = x; this.t = new.target; } } class B {} const o = Reflect.construct(A, [1], B); out(o.x, o.t === B, o instanceof B, Reflect.apply(Math.max, null, [1, 3, 2]));
// ---- 16 Reflect on what is no object
for (const f of [() => Reflect.ownKeys(1), () => Reflect.getPrototypeOf(1), () => Reflect.apply(1), () => Reflect.construct(() => 0, [])]) try { f(); } catch (e) { out(e.name); }
// ---- 17 freeze seal prevent
const o = { a: 1 }; Object.seal(o); o.a = 2; out(o.a, Object.isSealed(o), Object.isFrozen(o)); try { o.b = 1; } catch (e) { out(e.name); } out(Object.isFrozen(Object.freeze([1])), Reflect.preventExtensions({}), Object.isExtensible(1));
// ---- 18 defineProperty
const o = {}; Object.defineProperty(o, "a", { value: 1, configurable: true }); try { o.a = 2; } catch (e) { out(e.name); } Object.defineProperty(o, "a", { value: 3 }); out(o.a, Object.getOwnPropertyDescriptor(o, "a")); try { Object.defineProperty(o, "b", { get() {}, value: 1 }); } catch (e) { out(e.name); }
// ---- 19 prototypes
const p = { x: 1 }, o = Object.create(p); out(Object.getPrototypeOf(o) === p, p.isPrototypeOf(o), Object.setPrototypeOf({}, p).x, Object.create(null) instanceof Object); try { Object.setPrototypeOf(p, o); } catch (e) { out(e.name); } o.__proto__ = null; out(o.x);
// ---- 20 Object statics
out(Object.assign({}, { a: 1 }, null, "b"), Object.fromEntries([["a", 1]]), Object.entries({ a: 1 }), Object.groupBy([1, 2, 3], (x) => (x % 2 ? "odd" : "even")), Object.hasOwn({ a: 1 }, "a"), Object.is(NaN, NaN));
// ---- 21 shadowing on instances
const o = {}; for (const k of ["toString", "valueOf", "hasOwnProperty", "constructor", "isPrototypeOf", "toLocaleString", "propertyIsEnumerable"]) o[k] = k; out(o);
// ---- 22 shadowing on functions
const f = () => 0; f.call = 1; f.apply = 2; f.bind = 3; f.toString = () => "f"; out(f.call, f.apply, f.bind, `${f}`);
// ---- 23 an object that inherits the console
const c = Object.create(console); c.info = () => "own"; c.log = 1; out(c.info(), c.log);
// ---- 24 getter lookups
const o = { get a() { return 1; }, set a(v) {} }; out(typeof o.__lookupGetter__("a"), typeof o.__lookupSetter__("a"), [].__lookupGetter__("map"), [].__lookupSetter__("map"), [].__lookupGetter__("none")); o.__defineGetter__("b", () => 2); out(o.b);
// ---- 25 symbols
const s = Symbol("d"); out(s.toString(), s.description, Symbol.for("a") === Symbol.for("a"), Symbol.keyFor(Symbol.for("a")), Symbol.keyFor(s), Symbol.iterator.description, Object(s) == s, typeof Object(s));
for (const f of [() => new Symbol(), () => s + "", () => +s, () => Symbol.keyFor("a")]) try { f(); } catch (e) { out(e.name); }
// ---- 26 Symbol.for's own names
out(Symbol.for.name, Symbol.for.length, Symbol.keyFor.name, Symbol.for().description, Symbol.for(null) === Symbol.for("null"));
// ---- 27 descriptors of built-in functions
out(Array.prototype.map.name, Array.prototype.map.length, Object.getOwnPropertyDescriptor(Array, "name").value, Function.prototype.name, (() => 0).hasOwnProperty("prototype"));
// ---- 28 names and lengths of what hardening replaces
for (const f of [BigInt, BigInt.asIntN, BigInt.asUintN, BigInt.prototype.toString, Intl.NumberFormat, Intl.Locale, Intl.getCanonicalLocales, Intl.NumberFormat.supportedLocalesOf, Number.prototype.toLocaleString, String.prototype.localeCompare, Math.random, Reflect.set, Object.getOwnPropertyDescriptor, Reflect.getOwnPropertyDescriptor, Object.getOwnPropertyDescriptors, FinalizationRegistry]) out(f.name, f.length);
// ---- 29 what is no constructor
for (const f of [Math.random, Reflect.set, BigInt, BigInt.asIntN, Object.getOwnPropertyDescriptor, Intl.getCanonicalLocales, Number.prototype.toLocaleString, Symbol.for]) try { new f(); out("made"); } catch (e) { out(e.name); }
// ---- 30 prototypes of what hardening replaces
out(Object.getPrototypeOf(BigInt) === Function.prototype, BigInt.prototype.constructor === BigInt, Intl.NumberFormat.prototype.constructor === Intl.NumberFormat, new Intl.NumberFormat() instanceof Intl.NumberFormat, Reflect.ownKeys(Intl.NumberFormat).map(String).sort(), Reflect.ownKeys(BigInt).sort());
// ---- 31 WeakRef and FinalizationRegistry
const o = {}, r = new FinalizationRegistry(() => 0); out(new WeakRef(o).deref() === o, r.register(o, 1), r.unregister(o), r.register(o, 1, o), r.unregister(o), Object.prototype.toString.call(r)); for (const f of [() => new WeakRef(1), () => r.register(1, 1), () => new FinalizationRegistry(1), () => FinalizationRegistry(() => 0), () => r.register(o, o)]) try { f(); } catch (e) { out(e.name); }
// ---- 32 the kinds of functions
for (const f of [() => 0, async () => 0, function* () {}, async function* () {}, class {}]) out(Object.getPrototypeOf(f).constructor.name, Object.prototype.toString.call(f), typeof f);
