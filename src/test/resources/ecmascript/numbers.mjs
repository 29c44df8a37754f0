// SPDX-License-Identifier: Apache-2.0

// ---- 1 BigInt arithmetic
out(String(2n ** 64n), String(-7n / 2n), String(-7n % 3n), String(1n << 70n), String(-5n >> 1n), String(5n & 3n), String(~5n), String(0x1fn), 1n < 2, 2n == 2, 1n === 1n, typeof 1n);
// ---- 2 BigInt conversion
out(BigInt("0x1f") === 31n, BigInt(" 12 ") === 12n, BigInt("") === 0n, BigInt(true) === 1n, Number(5n), parseInt("5n"), String(BigInt(Number.MAX_SAFE_INTEGER)), (255n).toString(16), (255n).toString(2), Boolean(0n), `${10n}`);
// ---- 3 BigInt refuses
for (const f of [() => BigInt(1.5), () => BigInt("1.5"), () => BigInt("a"), () => BigInt(undefined), () => BigInt(Symbol()), () => new BigInt(1), () => 1n + 1, () => Math.max(1n), () => 1n / 0n, () => 2n ** -1n, () => +1n, () => JSON.stringify(1n), () => (1n).toString(1), () => BigInt.prototype.toString.call(1), () => BigInt(null), () => BigInt()]) try { f(); out("no"); } catch (e) { out(e.name); }
// ---- 4 BigInt of objects
out(BigInt({ valueOf: () => 5n }) === 5n, BigInt({ toString: () => "7" }) === 7n, BigInt([8]) === 8n, BigInt({ [Symbol.toPrimitive]: (h) => (h === "number" ? 9 : 0) }) === 9n, BigInt(new Date(3)) === 3n); for (const x of [{}, { valueOf: () => ({}), toString: () => ({}) }, { [Symbol.toPrimitive]: 1 }, { [Symbol.toPrimitive]: () => ({}) }]) try { BigInt(x); } catch (e) { out(e.name); }
// ---- 5 asIntN asUintN
out(String(BigInt.asIntN(8, 255n)), String(BigInt.asUintN(8, -1n)), String(BigInt.asIntN(64, 2n ** 63n)), String(BigInt.asUintN("8", "257")), String(BigInt.asIntN(0, 1n))); for (const f of [() => BigInt.asIntN(-1, 1n), () => BigInt.asIntN(1, 1), () => BigInt.asIntN(1n, 1n), () => BigInt.asUintN()]) try { f(); } catch (e) { out(e.name); }
// ---- 6 order of conversion
const log = []; BigInt.asIntN({ valueOf() { log.push("bits"); return 8; } }, { valueOf() { log.push("value"); return 1n; } }); out(log);
// ---- 7 objects of bigints
out(Object(1n) + 1n === 2n, typeof Object(1n), Object(1n) instanceof BigInt, Object(5n).toString(), Object(1n).valueOf() === 1n, Object.prototype.toString.call(1n), new Map([[1n, "a"]]).get(1n));
// ---- 8 BigInt toLocaleString
out((1234567n).toLocaleString("en"), (1234567n).toLocaleString("de-DE"), (5n).toLocaleString());
// ---- 9 large bigints within the bound
out((10n ** 9000n).toString().length, BigInt("9".repeat(9000)).toString().length, (1n << 100000n).toString(16).length);
// ---- 10 sorting bigints and numbers
out([3n, 1, 2n, 10].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(String), [10n, 9n].sort().map(String));
// ---- 11 Math
out(Math.max(), Math.min(1, NaN), Math.sign(-3), Math.trunc(-1.5), Math.round(-0.5), Math.round(2.5), Math.hypot(3, 4), Math.cbrt(27), Math.fround(1.1), Math.clz32(1), Math.imul(3, 4), Math.log2(8), Math.atan2(1, 1), Math.expm1(0), Math.PI);
// ---- 12 Math.random
const r = Array.from({ length: 100 }, Math.random); out(r.every((x) => x >= 0 && x < 1), new Set(r).size, typeof Math.random());
// ---- 13 Number statics and methods
out(Number.EPSILON > 0, Number.isInteger(5.0), Number.isSafeInteger(2 ** 53), (1.005).toFixed(2), (1234.5678).toPrecision(6), (1e21).toString(), (255).toString(16), (0.5).toString(2), (12345).toExponential(2), Number.parseFloat("1e3x"), (-1.5).toFixed(0));
// ---- 14 Number refuses
for (const f of [() => (1).toFixed(101), () => (1).toString(37), () => (1).toPrecision(0), () => Number.prototype.valueOf.call("a"), () => Number(Symbol())]) try { f(); } catch (e) { out(e.name); }
// ---- 15 Date construction
out(new Date(0).toISOString(), new Date("2020-02-30").getTime(), new Date("2020-01-01T00:00:00Z").getTime(), Date.UTC(2020, 1, 29), new Date(NaN).getTime(), new Date(2019, 12, 1).getMonth(), new Date(8.64e15 + 1).getTime(), Date.parse("2020-01-01T12:00:00+02:00"));
// ---- 16 Date methods
const d = new Date(Date.UTC(2024, 1, 29, 12, 30, 15, 5)); d.setUTCMonth(3); out(d.toISOString(), d.getUTCDay(), d.toJSON(), d.valueOf(), d.setUTCHours(25), d.toISOString(), JSON.stringify({ d })); try { new Date(NaN).toISOString(); } catch (e) { out(e.name); }
// ---- 17 Date and primitives
const d = new Date(0); out(typeof (d + 1), d - 1, d[Symbol.toPrimitive]("number"), +d, d > -1, typeof Date(), Date.length, Object.prototype.toString.call(d)); try { d[Symbol.toPrimitive]("x"); } catch (e) { out(e.name); }
// ---- 18 Date in languages
const d = new Date(Date.UTC(2024, 1, 29, 12)); for (const l of ["en-US", "de-DE", "fr", "ja-JP", "ar-EG", "cs", "zh-Hant-TW"]) out(d.toLocaleDateString(l, { timeZone: "UTC" }), d.toLocaleTimeString(l, { timeZone: "UTC" }), d.toLocaleString(l, { timeZone: "UTC", dateStyle: "full" }));
// ---- 19 wrapped numbers
const n = new Number(5); n.x = 1; out(n + 1, typeof n, n.x, new Number(5) == 5, new Boolean(false) ? 1 : 2, Object(5) instanceof Number); n.toString = () => "own"; n.valueOf = () => 9; out(`${n}`, n + 1);
// ---- 20 parse
out(parseInt("0x1f"), parseInt("101", 2), parseInt("z", 36), parseInt(""), parseInt("1e3"), parseFloat(".5e1"), parseFloat("-Infinity"), Number("1_000"), Number("0b11"), isNaN("a"), isFinite("1"));
// ---- 21 Intl number of a bigint and text
out(new Intl.NumberFormat("en").format(12345678901234567890n), new Intl.NumberFormat("en").format("1234.5"), new Intl.NumberFormat("en").formatToParts(1234n).length, new Intl.NumberFormat("en").formatRange(1, 2n));
// ---- 22 a format's function
const f = new Intl.NumberFormat("en"); out(f.format === f.format, f.format.name, f.format.length, [1, 2].map(f.format)); try { Reflect.get(Intl.NumberFormat.prototype, "format", {}); } catch (e) { out(e.name); }
