// SPDX-License-Identifier: Apache-2.0

// ---- 1 import()
const m = await import("./_lib.mjs"); out(m.default, m.named, Object.keys(m), m[Symbol.toStringTag], Object.prototype.toString.call(m));
// ---- 2 a namespace is sealed
const m = await import("./_lib.mjs"); try { m.named = 5; } catch (e) { out(e.name); } out(Reflect.set(m, "named", 1), Object.isFrozen(m), Object.isSealed(m), Reflect.getPrototypeOf(m), delete m.nothing); try { delete m.named; } catch (e) { out(e.name); }
// ---- 3 live bindings
const m = await import("./_lib.mjs"), before = m.count; m.increment(); out(m.count - before);
// ---- 4 the same module twice
out((await import("./_lib.mjs")) === (await import("./_lib.mjs")));
// ---- 5 a script that does not parse
try { await import("./_broken.mjs"); out("no"); } catch (e) { out(e.name, e instanceof SyntaxError); }
// ---- 6 a script that throws
try { await import("./_throwing.mjs"); } catch (e) { out(e.name, e.message); } try { await import("./_throwing.mjs"); } catch (e) { out(e.name, e.message); }
// ---- 7 cycles
const m = await import("./_cycle.mjs"); out(m.even(10), m.odd(7));
// ---- 8 re-exports
const m = await import("./_again.mjs"); out(Object.keys(m), m.renamed, m.all.named, m.default);
// ---- 9 import() of what is no string
try { await import({ toString() { throw new RangeError("own"); } }); } catch (e) { out(e.name); } out(import("./_lib.mjs") instanceof Promise); try { await import(Symbol()); } catch (e) { out(e.name); }
// ---- 10 an export that is not there
try { await import("./_missing.mjs"); } catch (e) { out(e.name); }
// ---- 11 import.meta
const m = await import("./_lib.mjs"); out(typeof import.meta, Object.getPrototypeOf(import.meta), m.meta === import.meta);
// ---- 12 top-level await in an import
out((await import("./_awaits.mjs")).value);
// ---- 13 this and strict mode in modules
const m = await import("./_lib.mjs"); out(m.self === undefined, m.strict);
// ---- 14 order of evaluation
globalThis; const m = await import("./_order.mjs"); out(m.order);
