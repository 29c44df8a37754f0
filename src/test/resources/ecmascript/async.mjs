// SPDX-License-Identifier: Apache-2.0

// ---- 1 order of jobs
const log = []; const p = Promise.resolve(); p.then(() => log.push(1)); (async () => { log.push(0); await null; log.push(2); })(); p.then(() => log.push(3)); await p; await p; await p; out(log);
// ---- 2 await of a thenable
out(await { then(r) { r(5); } }, await 6);
// ---- 3 rejected
try { await Promise.reject(new Error("r")); } catch (e) { out(e.message); }
out(await Promise.reject(1).catch((x) => x + 1), await Promise.resolve(1).finally(() => 9));
// ---- 4 all allSettled any race
out(await Promise.all([1, Promise.resolve(2)]), await Promise.allSettled([1, Promise.reject(2)]), await Promise.any([Promise.reject(1), 2]), await Promise.race([3, 4]));
// ---- 5 any of none
try { await Promise.any([]); } catch (e) { out(e.name, e.errors); }
// ---- 6 withResolvers and try
const { promise, resolve } = Promise.withResolvers(); resolve(4); out(await promise, await Promise.try(() => 5), await Promise.try(() => { throw 6; }).catch((x) => x));
// ---- 7 async generators
async function* g() { yield 1; yield Promise.resolve(2); } const r = []; for await (const x of g()) r.push(x); out(r);
// ---- 8 for await of promises
const r = []; for await (const x of [Promise.resolve(1), 2]) r.push(x); out(r);
// ---- 9 return of an async generator
async function* g() { try { yield 1; } finally { out("end"); } } for await (const x of g()) break;
const i = g(); await i.next(); out(await i.return(7), await i.next());
// ---- 10 async methods
class A { async m() { return this.x; } x = 3; static async s() { throw 1; } async *g() { yield 1; } }
out(await new A().m(), await A.s().catch((e) => e), (await new A().g().next()).value);
// ---- 11 async arrow and this
const o = { x: 1, async f() { return (async () => this.x)(); } }; out(await o.f());
// ---- 12 a promise's own then
const p = Promise.resolve(1); p.then = (f) => f("own"); out(await new Promise((r) => r(p)), p.then((x) => x));
// ---- 13 resolve is given once
out(await new Promise((r, j) => { r(1); j(2); r(3); }), await new Promise((r) => { r(1); throw 2; }));
// ---- 14 cycle
const p = new Promise((r) => queue(r)); function queue(r) { Promise.resolve().then(() => r(p)); } await p.catch((e) => out(e.name));
// ---- 15 sync iterator in for await that throws
try { for await (const x of [Promise.reject(8)]) out(x); } catch (e) { out(e); }
// ---- 16 tags
out(Promise.resolve()[Symbol.toStringTag], (async () => 0)[Symbol.toStringTag], (async function* () {})[Symbol.toStringTag], (async function* () {})()[Symbol.toStringTag]);
// ---- 17 async iterator of one's own
const o = { async *[Symbol.asyncIterator]() { yield* [1, 2]; } }; const r = []; for await (const x of o) r.push(x); out(r);
// ---- 18 Array.fromAsync
out(typeof Array.fromAsync === "function" ? await Array.fromAsync([Promise.resolve(1), 2]) : "none");
// ---- 19 await in parameters and templates
const f = async (x) => `${await x}-${await Promise.resolve(2)}`; out(await f(Promise.resolve(1)));
// ---- 20 many awaits
let n = 0; for (let i = 0; i < 1000; i++) n += await i; out(n);
// ---- 21 Promise is called
for (const f of [() => Promise(), () => new Promise(), () => Promise.resolve.call(1), () => Promise.prototype.then.call({})]) try { f(); } catch (e) { out(e.name); }
// ---- 22 a species of promises
class P extends Promise {} out(P.resolve(1).then() instanceof P, (async () => 1)() instanceof P, P.all([]) instanceof P, Promise[Symbol.species] === Promise);
// ---- 23 unhandled in all
out(await Promise.all([Promise.reject(1), Promise.reject(2)]).catch((e) => e));
// ---- 24 await in a class's static block is refused
try { new Function("class A { static { await 1; } }"); } catch (e) { out(e.name); }
