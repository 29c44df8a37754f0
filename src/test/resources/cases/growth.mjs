// SPDX-License-Identifier: Apache-2.0
// What might leave memory in a context although nobody can read it: each case makes 1,000 things no run made before.

// ---- evals
for (let i = 0; i < 1000; i++) eval(`${i} + ${seed}`);
ok = true;

// ---- indirect evals with declarations
for (let i = 0; i < 1000; i++) (0, eval)(`let a${i}_${seed} = ${i}; (function f${i}() { return a${i}_${seed}; })()`);
ok = true;

// ---- functions from strings
for (let i = 0; i < 1000; i++) new Function("a", `return a + ${i} + ${seed}`)(1);
ok = true;

// ---- regular expressions
for (let i = 0; i < 1000; i++) new RegExp(`x${i}y${seed}(a|b)*`).test(`x${i}y${seed}ab`);
ok = true;

// ---- registered symbols
for (let i = 0; i < 1000; i++) Symbol.for(`${i} of ${seed}`);
ok = true;

// ---- names of properties
for (let i = 0; i < 1000; i++) ({})[`p${i}_${seed}`] = i;
ok = true;

// ---- names of properties on one object
const object = {};
for (let i = 0; i < 1000; i++) object[`p${i}_${seed}`] = i;
ok = Object.keys(object).length === 1000;

// ---- template literals in strings
for (let i = 0; i < 1000; i++) eval("((x) => x)`" + `${i} of ${seed}` + "`");
ok = true;

// ---- classes with private names in strings
for (let i = 0; i < 1000; i++) eval(`new (class C${i} { #p = ${seed}; static s = ${i}; })()`);
ok = true;

// ---- modules of data: addresses
for (let i = 0; i < 1000; i++) await import(`data:text/javascript,export default ${i} + ${seed}`).catch(() => 0);
ok = true;

// ---- dynamic imports of what is not there
for (let i = 0; i < 1000; i++) await import(`./none${i}_${seed}.mjs`).catch(() => 0);
ok = true;

// ---- promises that never settle
for (let i = 0; i < 1000; i++) new Promise(() => {}).then(() => seed);
ok = true;

// ---- weak references
for (let i = 0; i < 1000; i++) new WeakRef({ seed, i }).deref();
ok = true;

// ---- prepared formats
for (let i = 0; i < 1000; i++) new Intl.NumberFormat("en", { minimumFractionDigits: i % 20 }).format(seed);
ok = true;
