// SPDX-License-Identifier: Apache-2.0
// What hardening changes on purpose: every piece of this file differs. src/site/hardening.md says why.

// ---- 1 built-in objects are frozen
try { Array.prototype.extra = 1; out(delete Array.prototype.extra); } catch (e) { out(e.name); }
// ---- 2 the global object is frozen
try { globalThis.extra = 1; out(delete globalThis.extra); } catch (e) { out(e.name); }
// ---- 3 no SharedArrayBuffer
out(typeof SharedArrayBuffer);
// ---- 4 no Atomics.waitAsync, no RegExp.prototype.compile
out(typeof Atomics.waitAsync, typeof RegExp.prototype.compile);
// ---- 5 the text of functions that the product replaces
out(/\[native code\]/.test(Intl.NumberFormat.toString()));
// ---- 6 bigints of more than 131,072 bits have no text
try { out((1n << 131073n).toString().length); } catch (e) { out(e.name); }
// ---- 7 a built-in method cannot be deleted or defined anew
out(Reflect.deleteProperty(Set.prototype, "union"));
// ---- 8 in sloppy code a refused assignment throws
out(new Function("try { Object.freeze({ __proto__: [] }).map = 1; return 'silent'; } catch (e) { return e.name; }")());
// ---- 9 descriptors do not say that it is frozen
out(Object.isFrozen(Math) === Object.getOwnPropertyDescriptor(Array.prototype, "map").writable);
// ---- 10 nothing of the host's in the language
out(typeof Java, typeof Polyglot, typeof load);
// ---- 11 a string's own trim
const s = new String("a"); try { s.trim = () => "own"; out(s.trim()); } catch (e) { out(e.name); }
// ---- 12 trim on a prototype that inherits String's
const p = Object.create(String.prototype); try { p.trim = () => "own"; out(p.trim()); } catch (e) { out(e.name); }
// ---- 13 an object that inherits Math
const m = Object.create(Math); try { m.max = () => "own"; out(m.max(), Math.max(1)); } catch (e) { out(e.name); }
// ---- 17 an object that inherits JSON
const j = Object.create(JSON); try { j.parse = 1; out(j.parse); } catch (e) { out(e.name); }
// ---- 14 the engine remembers no last match
"abc".match(/(b)/); out(RegExp.$1, RegExp["$&"]);
// ---- 15 a registered symbol is an ordinary one
try { new WeakSet().add(Symbol.for("r")); out("taken"); } catch (e) { out(e.name); }
// ---- 16 keys of Object on a subclass
class M extends Object {} try { M.keys = () => "own"; out(M.keys()); } catch (e) { out(e.name); }
