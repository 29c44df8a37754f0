// SPDX-License-Identifier: Apache-2.0
// Each piece prints with out(); the same is asked of a hardened context and of a plain one.

// ---- 1 fields and methods
class A { x = 1; get y() { return this.x + 1; } set y(v) { this.x = v; } m() { return this.y; } }
const a = new A(); a.y = 5; out(a.m(), Object.keys(a), A.name, A.length);
// ---- 2 private fields
class A { #x = 1; inc() { return ++this.#x; } static has(o) { return #x in o; } }
out(new A().inc(), A.has(new A()), A.has({}));
// ---- 3 private methods and accessors
class A { #m() { return 1; } get #g() { return this.#m() + 1; } set #g(v) { out(v); } go() { this.#g = 9; return this.#g; } }
out(new A().go());
// ---- 4 static block
class A { static x; static { this.x = 3; } }
out(A.x);
// ---- 5 static private
class A { static #n = 0; static next() { return ++A.#n; } }
A.next(); out(A.next());
// ---- 6 inheritance and super
class A { m() { return "A"; } static s() { return "sA"; } }
class B extends A { m() { return super.m() + "B"; } static s() { return super.s() + "B"; } }
out(new B().m(), B.s(), new B() instanceof A, Object.getPrototypeOf(B) === A);
// ---- 7 extends null
class N extends null { static s() { return 1; } }
out(N.s(), Object.getPrototypeOf(N.prototype));
try { new N(); } catch (e) { out(e.name); }
// ---- 8 new.target
class A { constructor() { out(new.target.name); } }
class B extends A {}
new A(); new B(); out(Reflect.construct(A, [], B) instanceof B);
// ---- 9 computed names
const k = "a" + "b", s = Symbol("s");
class A { [k]() { return 1; } static [s] = 2; ["x" + 1] = 3; }
out(new A().ab(), A[s], new A().x1);
// ---- 10 accessors are on the prototype
class A { get x() { return 1; } }
out(Object.getOwnPropertyNames(A.prototype), typeof Object.getOwnPropertyDescriptor(A.prototype, "x").get);
// ---- 11 calling without new
class A {}
try { A(); } catch (e) { out(e.name); }
// ---- 12 this before super
class B extends Object { constructor() { try { this.x = 1; } catch (e) { out(e.name); } super(); this.x = 2; } }
out(new B().x);
// ---- 13 toString and symbols
class A { toString() { return "str"; } get [Symbol.toStringTag]() { return "Tag"; } [Symbol.toPrimitive](hint) { return hint; } }
out(`${new A()}`, Object.prototype.toString.call(new A()), +new A() + "", new A() + "");
// ---- 14 Symbol.hasInstance
class Even { static [Symbol.hasInstance](n) { return n % 2 === 0; } }
out(2 instanceof Even, 3 instanceof Even);
// ---- 15 Symbol.species of a method
class A extends Array { static get [Symbol.species]() { return Array; } }
const m = new A(1, 2, 3).map((x) => x * 2);
out(m instanceof A, m);
// ---- 16 class expressions and names
const X = class {}; const Y = class Z { n() { return Z.name; } };
out(X.name, Y.name, new Y().n());
// ---- 17 static inheritance of fields
class A { static list = [1]; }
class B extends A {}
out(B.list === A.list, Object.hasOwn(B, "list"));
// ---- 18 methods are not enumerable and not constructors
class A { m() {} }
out(Object.keys(A.prototype)); try { new (new A().m)(); } catch (e) { out(e.name); }
// ---- 19 fields are defined, not assigned
class A { set x(v) { out("set"); } }
class B extends A { x = 1; }
out(Object.hasOwn(new B(), "x"));
// ---- 20 initializers see this
class A { a = 1; b = this.a + 1; f = () => this.b; }
out(new A().f());
// ---- 21 functions as classes
function F(x) { this.x = x; }
F.prototype.get = function () { return this.x; }; F.create = (x) => new F(x);
out(F.create(3).get(), F.prototype.constructor === F);
// ---- 22 statics that have the names of Object's
class M extends Object {}
M.create = () => 1; M.defineProperties = 2; M.getPrototypeOf = 3; M.groupBy = 4;
out(M.create(), M.defineProperties, M.getPrototypeOf, M.groupBy, typeof Object.create);
// ---- 23 mixins
const Loud = (B) => class extends B { say() { return super.say() + "!"; } };
class P { say() { return "p"; } }
out(new (Loud(P))().say());
// ---- 24 an accessor pair from Object.defineProperties
const o = Object.defineProperties({}, { a: { get() { return 1; }, enumerable: true }, b: { value: 2 } });
out(JSON.stringify(o), o.b, Object.getOwnPropertyDescriptor(o, "b"));
// ---- 25 super in object literals
const base = { hi() { return "hi"; } }, o = { __proto__: base, hi() { return super.hi() + "!"; } };
out(o.hi());
