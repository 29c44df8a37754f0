// SPDX-License-Identifier: Apache-2.0

// ---- 1 every typed array
for (const C of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array]) { const a = new C([1.7, -1, 300, 1e10]); out(C.name, C.BYTES_PER_ELEMENT, [...a], a.byteLength, a[Symbol.toStringTag]); }
// ---- 2 arrays of bigints
for (const C of [BigInt64Array, BigUint64Array]) { const a = new C([1n, -1n, 2n ** 64n]); out([...a].map(String), a.length); try { a[0] = 1; } catch (e) { out(e.name); } }
// ---- 3 methods
const a = Uint8Array.from([3, 1, 2]); out(a.toSorted(), a.sort(), a.reverse(), a.indexOf(2), a.includes(9), a.join("-"), a.with(0, 9), a.at(-1), a.findLast((x) => x > 1), a.toReversed());
// ---- 4 set slice subarray copyWithin fill
const a = new Uint8Array(6); a.set([1, 2], 1); const s = a.subarray(1, 3); s[0] = 9; out(a, a.slice(1, 3), a.copyWithin(3, 1, 3), a.fill(7, 5)); try { a.set([1], 6); } catch (e) { out(e.name); }
// ---- 5 out of bounds
const a = new Uint8Array(2); a[5] = 1; a[-1] = 1; a["1.5"] = 1; out(a[5], Object.keys(a), 5 in a, delete a[9]); for (const f of [() => delete a[0], () => new Uint8Array(-1), () => new Uint16Array(new ArrayBuffer(3)), () => new Uint32Array(new ArrayBuffer(8), 1), () => Uint8Array(1)]) try { out(f()); } catch (e) { out(e.name); }
// ---- 6 shared buffers of memory
const b = new ArrayBuffer(8), u = new Uint8Array(b), f = new Float64Array(b); f[0] = 1; out([...u], new Int32Array(b, 4, 1)[0], u.buffer === b);
// ---- 7 DataView
const v = new DataView(new ArrayBuffer(16)); v.setInt16(0, -2); v.setUint32(2, 4e9, true); v.setFloat64(8, 1.5); out(v.getInt16(0), v.getUint8(0), v.getUint32(2, true), v.getFloat64(8), v.getFloat64(8, true) === 1.5, v.byteLength); try { v.getInt32(14); } catch (e) { out(e.name); }
// ---- 8 DataView and bigints
const v = new DataView(new ArrayBuffer(8)); v.setBigInt64(0, -1n); out(String(v.getBigUint64(0)), String(v.getBigInt64(0, true))); try { v.setBigInt64(0, 1); } catch (e) { out(e.name); }
// ---- 9 resizable buffers
const b = new ArrayBuffer(4, { maxByteLength: 8 }), u = new Uint8Array(b); b.resize(8); out(u.length, b.resizable, b.maxByteLength); b.resize(2); out(u.length); try { b.resize(9); } catch (e) { out(e.name); }
// ---- 10 transfer
const b = new ArrayBuffer(4), u = new Uint8Array(b); u[0] = 5; const c = b.transfer(8); out(b.detached, u.length, new Uint8Array(c)[0], c.byteLength, c.transferToFixedLength().resizable); try { b.slice(0); } catch (e) { out(e.name); }
// ---- 11 ArrayBuffer
const b = new ArrayBuffer(8); out(b.slice(2, 4).byteLength, ArrayBuffer.isView(new DataView(b)), ArrayBuffer.isView(b), b[Symbol.toStringTag]); try { new ArrayBuffer(-1); } catch (e) { out(e.name); }
// ---- 12 species
class U extends Uint8Array { static get [Symbol.species]() { return Uint16Array; } } out(new U([1, 300]).map((x) => x + 256)[0], new U(2).slice() instanceof Uint16Array);
// ---- 13 iteration and destructuring
const [a, ...r] = new Uint8Array([1, 2, 3]); out(a, r, Math.max(...new Int8Array([1, 5])), [...new Uint8Array([7]).entries()], JSON.stringify(new Uint8Array([1, 2])), Object.entries(new Uint8Array([4])));
// ---- 14 Atomics on ordinary arrays
const a = new Int32Array(2); out(Atomics.add(a, 0, 5), Atomics.load(a, 0), Atomics.compareExchange(a, 0, 5, 7), Atomics.exchange(a, 0, 1), Atomics.sub(a, 0, 1), Atomics.or(a, 0, 6), Atomics.and(a, 0, 3), Atomics.xor(a, 0, 1), Atomics.store(a, 1, 3), Atomics.notify(a, 0), Atomics.isLockFree(4)); try { Atomics.wait(a, 0, 0, 0); } catch (e) { out(e.name); }
// ---- 15 TextEncoder and TextDecoder
const b = new TextEncoder().encode("žé😀\ud800"); out([...b], new TextDecoder().decode(b), new TextDecoder("utf-8").encoding); try { new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([255])); } catch (e) { out(e.name); }
// ---- 16 an own member of a typed array
const a = new Uint8Array(1); a.map = 5; a.toString = () => "own"; out(a.map, `${a}`, Object.keys(a)); try { a.length = 9; } catch (e) { out(e.name); }
// ---- 17 clamping and NaN
const a = new Uint8ClampedArray([-5, 1.5, 2.5, 300, NaN]); out([...a]); const f = new Float32Array([NaN, 1.1, -0]); out(f[0], f[1], Object.is(f[2], -0), f.includes(NaN), f.indexOf(NaN));
// ---- 18 from iterables and arrays of arrays
out(Uint8Array.from(new Set([1, 2]), (x) => x * 2), Uint8Array.of(1, 2), new Uint8Array({ length: 2, 0: 5 }), new Uint8Array(new Uint16Array([257])));
// ---- 19 toLocaleString
out(new Uint16Array([1000, 2]).toLocaleString("de"), new BigInt64Array([1000n]).toLocaleString("en"), [1000, new Date(0)].toLocaleString("en", { timeZone: "UTC" }));
// ---- 20 groups of bytes and text
out(String.fromCharCode(...new Uint8Array([104, 105])), [...new Uint8Array(new TextEncoder().encode("hi"))].map((x) => x.toString(16)).join(""));
