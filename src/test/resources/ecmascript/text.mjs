// SPDX-License-Identifier: Apache-2.0

// ---- 1 RegExp named groups
const m = /(?<y>\d{4})-(?<m>\d\d)/.exec("on 2024-05"); out(m.groups.y, m.index, { ...m.groups }, "2024-05".replace(/(?<y>\d+)-(?<m>\d+)/, "$<m>/$<y>"), Object.getPrototypeOf(m.groups));
// ---- 2 lookbehind and lookahead
out("$5 €6".match(/(?<=€)\d/)[0], "a1b2".match(/\d(?!b)/)[0], "price".match(/(?<!x)p/)[0], "ab".match(/a(?=b)/)[0]);
// ---- 3 flag d
const m = /a(?<n>b)/d.exec("xab"); out(m.indices[0], m.indices.groups.n);
// ---- 4 flag v
out(/[\p{L}--[a-z]]/v.test("a"), /[\p{L}--[a-z]]/v.test("É"), /^\p{RGI_Emoji}$/v.test("👍🏽"), new RegExp("a", "v").unicodeSets);
// ---- 5 flags u y s m i g
out(/^.$/u.test("😀"), /a.b/s.test("a\nb"), "a\nb".match(/^b$/m)[0], /É/i.test("é"), /a/giy.flags); const y = /a/y; out(y.test("aab"), y.lastIndex, y.test("aab"), y.test("aab"), y.lastIndex);
// ---- 6 matchAll and replaceAll
out([..."a1b2".matchAll(/[a-z](\d)/g)].map((m) => m[1]), "a.a".replaceAll(".", "-"), "aaa".replaceAll(/a/g, (m, i) => i)); try { "a".replaceAll(/a/, ""); } catch (e) { out(e.name); } try { "a".matchAll(/a/); } catch (e) { out(e.name); }
// ---- 7 replacements
out("abc".replace("b", "[$&$`$'$$]"), "abc".replace(/(b)(c)/, "$2$1$3"), "abc".replace(/b/, () => "$1"), "aa".replace("a", "b"));
// ---- 8 split and search
out("a,b,,c".split(","), "abc".split(""), "a1b2".split(/(\d)/), "abc".split("", 2), "abc".search(/c/), "".split(","), "".split(""));
// ---- 9 lastIndex
const r = /a/g; out(r.test("aa"), r.lastIndex, r.exec("aa").index, r.exec("aa"), r.lastIndex); r.lastIndex = 5; out("aa".replace(r, "b"), r.lastIndex);
// ---- 10 backreferences and quantifiers
out(/(a)\1/.test("aa"), "aaa".match(/a{2,}?/)[0], /(?:a|b)+/.exec("abab")[0], /(?<q>['"]).*?\k<q>/.exec(`"it's"`)[0], "xay".match(/[^x]/)[0]);
// ---- 11 RegExp construction
out(new RegExp("/").source, new RegExp("").source, String(new RegExp(/a/g, "i")), RegExp(/b/) instanceof RegExp, RegExp.prototype.toString.call({ source: "s", flags: "f" }), /a/ + ""); for (const f of [() => new RegExp("["), () => new RegExp("a", "gg"), () => new RegExp("(?<a>.)(?<a>.)"), () => new RegExp("\\u{110000}", "u")]) try { f(); out("no"); } catch (e) { out(e.name); }
// ---- 12 own exec and Symbol methods
const r = /a/; r.exec = () => null; out(r.test("a"), "a".replace(r, "b")); out("x".replace({ [Symbol.replace]: () => "sr" }, ""), "x".match({ [Symbol.match]: () => "sm" }), "x".split({ [Symbol.split]: () => "ss" }), "x".search({ [Symbol.search]: () => 7 }));
// ---- 13 duplicate names and modifiers
for (const s of ["(?<a>x)|(?<a>y)", "(?i:a)b"]) try { out(new RegExp(s).exec(s.includes("i:") ? "Ab" : "y")?.[0]); } catch (e) { out(e.name); }
// ---- 14 unicode properties
out(/\p{Script=Greek}/u.test("α"), /\P{Lu}/u.test("A"), /\p{Emoji}/u.test("😀"), /^\w+$/u.test("é")); try { new RegExp("\\p{Nope}", "u"); } catch (e) { out(e.name); }
// ---- 15 a replacer sees the groups
out("2-1".replace(/(?<a>\d)-(?<b>\d)/, (...m) => `${m.at(-1).b}+${m.at(-1).a}`));
// ---- 16 string methods
out("abc".at(-1), "a".padStart(3, "xy"), "a".padEnd(3), " a ".trim(), " a".trimStart(), "ab".includes("b"), "ab".startsWith("b", 1), "ab".repeat(2), "abc".slice(-2), "abc".substring(2, 0), "abc".substr(-2, 1), "abcabc".lastIndexOf("b"));
// ---- 17 code points
out("😀".codePointAt(0), String.fromCodePoint(128512), "😀".charCodeAt(1), "a\ud800".isWellFormed(), "a\ud800".toWellFormed().charCodeAt(1), [..."😀"].length, "é".normalize("NFD").length, "ﬃ".normalize("NFKC")); try { String.fromCodePoint(-1); } catch (e) { out(e.name); } try { "a".normalize("x"); } catch (e) { out(e.name); }
// ---- 18 case
out("İI".toLowerCase().length, "ß".toUpperCase(), "I".toLocaleLowerCase("tr"), "i".toLocaleUpperCase(["tr", "en"]), "Σ".toLowerCase(), "ΑΣ".toLowerCase(), "i".toLocaleUpperCase(), "i".toLocaleUpperCase("en-US")); for (const l of ["x", null, 5, [5], "en-"]) try { out("i".toLocaleUpperCase(l)); } catch (e) { out(e.name); }
// ---- 19 localeCompare
out("a".localeCompare("b"), "ä".localeCompare("z", "de"), "ä".localeCompare("z", "sv"), "a".localeCompare("A", undefined, { sensitivity: "base" }), "2".localeCompare("10", "en", { numeric: true }), "2".localeCompare("10", "en-u-kn"), ["č", "d", "c"].sort((a, b) => a.localeCompare(b, "cs")), "a".localeCompare("a", "de-u-co-phonebk"));
// ---- 20 string objects and tags
out(Object.keys(new String("ab")), new String("ab")[1], "ab"[5], "length" in new String("a"), Object.getOwnPropertyDescriptor("ab", 0), "a".anchor("x"), "a".concat(1, null));
// ---- 21 JSON.parse
out(JSON.parse('{"a":[1,{"b":null}],"__proto__":1}'), JSON.parse('"\\u0041"'), JSON.parse(" [1 ] "), JSON.parse('{"a":1,"a":2}').a, JSON.parse("[1,2]", (k, v) => (Array.isArray(v) ? v : v * 2 || v)), JSON.parse('{"toString":1,"constructor":2}').toString); for (const s of ["", "{a:1}", "[1,]", "01", "'a'", "undefined", '"\n"']) try { JSON.parse(s); out("no"); } catch (e) { out(e.name); }
// ---- 22 JSON.stringify
out(JSON.stringify({ a: undefined, b: () => 0, c: Symbol(), d: NaN, e: new Date(0), f: [undefined], g: Infinity, h: -0 }), JSON.stringify({ a: [1] }, null, 2), JSON.stringify({ a: 1, b: 2 }, ["b"]), JSON.stringify("\ud800\n"), JSON.stringify({ toJSON: () => 5 }), JSON.stringify(undefined), JSON.stringify({ a: 1 }, (k, v) => (k === "a" ? 9 : v)), JSON.stringify([new Number(1), new String("s"), Object(false)]), JSON.stringify(new Map([[1, 2]]))); const c = {}; c.c = c; try { JSON.stringify(c); } catch (e) { out(e.name); }
// ---- 23 JSON and own toJSON
const d = new Date(0); d.toJSON = () => "J"; out(JSON.stringify({ d, n: Object.create({ toJSON: () => 1 }) }), JSON[Symbol.toStringTag]);
// ---- 24 escape and URI
out(encodeURIComponent("ž &/"), decodeURIComponent("%C5%BE"), encodeURI("a b?c=ž"), decodeURI("%2F"), escape("ž "), unescape("%u017E")); for (const f of [() => encodeURIComponent("\ud800"), () => decodeURIComponent("%C5"), () => decodeURI("%")]) try { f(); } catch (e) { out(e.name); }
// ---- 25 text inherited by ES5 classes through other names
function S(v) { this.v = v; } S.prototype = Object.create(String.prototype); S.prototype.toString = function () { return this.v; }; S.prototype.valueOf = function () { return this.v; }; S.prototype.constructor = S; out(new S("q") + "", new S("q").trim(), `${new S("r")}`);
// ---- 26 a RegExp with members of its own after many without
const all = (r) => ["xa1a".replace(r, "b"), "xa1a".match(r)?.[0], "xa1a".split(r), r.test("xa1a"), "xa1a".search(r)];
const heard = []; const hear = (name, value) => ({ get() { heard.push(name); return value; } });
for (let i = 0; i < 5; i++) out(all(/a/), all(/a/g));
const own = /a/; own.exec = () => null; out(all(own));
const defined = Object.defineProperties(/a/, { global: hear("global", true), flags: hear("flags", "g") }); let count = 0; defined.exec = () => (count++ < 1 ? ["a"] : null); out("aa".match(defined), heard);
class Tagged extends RegExp { exec(s) { heard.push("exec"); return super.exec(s); } get flags() { heard.push("own flags"); return super.flags; } }
out(all(new Tagged("a")), heard.includes("exec"), heard.includes("own flags"));
const other = /a/; Object.setPrototypeOf(other, { __proto__: RegExp.prototype, exec: () => null }); out(all(other));
const bare = /a/; Object.setPrototypeOf(bare, null); try { out(RegExp.prototype.test.call(bare, "a")); } catch (e) { out(e.name); }
out(all(/a/), "aXa".replaceAll(/a/g, (m, i) => m + i), [..."a1a2".matchAll(/a(\d)/g)].map((m) => m[1]));
