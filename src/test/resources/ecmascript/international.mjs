// SPDX-License-Identifier: Apache-2.0

// ---- 1 numbers in many languages
for (const l of ["en", "en-US", "en-IN", "de-DE", "de-CH", "fr-FR", "es", "pt-BR", "ru", "ar-EG", "fa", "hi-IN", "bn", "th", "ja", "zh-Hans-CN", "zh-TW", "ko", "he", "iw", "sr-Latn-RS", "sr-RS", "nb", "no", "cs", "pl", "tr", "sv", "fi", "el", "uk", "vi", "sw", "zu", "mt", "ga", "is", "hy", "ka", "mn", "ne", "my", "km", "lo", "am", "ur", "ps", "uz", "kk", "az"]) out(l, (1234567.891).toLocaleString(l));
// ---- 2 locales that are not there
for (const l of ["xx", "xxx", "qaa-Latn-XX", "en-XX", "en-Cyrl", "de-Latn-DE-1996", "zh-Hant-XX", "en-x-private", "en-US-x-twain", "tlh", ["xx", "de"], ["xx", "yy"], [], "en-a-bbb-x-a", "sl-rozaj", "de-t-en", "fr-JP"]) out(String(l), (1234.5).toLocaleString(l), new Intl.NumberFormat(l).resolvedOptions().locale);
// ---- 3 locales that are none
for (const l of ["", "e", "en_US", "en-", "-en", "en--US", "123", "en-x", "en-u", "en-a-b-a-c", "x-private", "i-klingon", "abcd", "en-abcdefghi", "en-1996-1996", "en-u-ca-gregory-u-nu-latn", "é"]) try { (1).toLocaleString(l); out(l, "fine"); } catch (e) { out(l, e.name); }
// ---- 4 lists that are none
for (const l of [null, [null], [5], 5, true, {}, { length: 1 }, { length: 1, 0: "de" }, [undefined], [{}], Symbol.iterator, [new Intl.Locale("de")], new Intl.Locale("de")]) try { out((1234.5).toLocaleString(l)); } catch (e) { out(e.name); }
// ---- 5 extensions
for (const l of ["ar-u-nu-latn", "th-u-nu-thai", "en-u-nu-xxxx", "de-u-co-phonebk-nu-arab", "en-u-nu-arab-x-a", "en-u-attr-nu-arab", "en-t-de-u-nu-arab", "en-u-nu-arab-nu-latn", "en-u-nu"]) out(l, (1234.5).toLocaleString(l), new Intl.NumberFormat(l).resolvedOptions().locale);
// ---- 6 calendars
for (const l of ["th-TH", "th-TH-u-ca-gregory", "en-u-ca-buddhist", "en-u-ca-hebrew", "ja-u-ca-japanese", "en-u-ca-xxxx", "fa-IR", "en-u-ca-islamic-civil"]) { const f = new Intl.DateTimeFormat(l, { timeZone: "UTC" }); out(l, f.format(0), f.resolvedOptions().calendar, f.resolvedOptions().locale); }
// ---- 7 calendars by option
for (const c of ["buddhist", "hebrew", "gregory", "BUDDHIST", "chinese", "islamic-civil", "persian"]) { const f = new Intl.DateTimeFormat("en", { timeZone: "UTC", calendar: c, numberingSystem: "latn" }); out(c, f.format(0), f.resolvedOptions().calendar); } for (const c of ["", "x", "a b", "-"]) try { new Intl.DateTimeFormat("en", { calendar: c }); } catch (e) { out(e.name); }
// ---- 8 hour cycles
const d = Date.UTC(2020, 0, 1, 13); for (const [l, o] of [["en", {}], ["en", { hour12: false }], ["de", { hour12: true }], ["en-u-hc-h23", {}], ["en", { hourCycle: "h23" }], ["en", { hourCycle: "h11" }]]) out(new Intl.DateTimeFormat(l, { timeZone: "UTC", hour: "numeric", minute: "numeric", ...o }).format(d)); try { new Intl.DateTimeFormat("en", { hourCycle: "h5" }); } catch (e) { out(e.name); }
// ---- 9 currencies
for (const c of ["EUR", "USD", "JPY", "CZK", "XXX", "eur"]) out(new Intl.NumberFormat("de", { style: "currency", currency: c }).format(1234.5), (5).toLocaleString("en", { style: "currency", currency: c, currencyDisplay: "name" })); for (const o of [{ style: "currency" }, { style: "currency", currency: "EURO" }, { style: "x" }, { style: "unit" }]) try { new Intl.NumberFormat("en", o); } catch (e) { out(e.name); }
// ---- 10 units, percent, compact
out(new Intl.NumberFormat("en", { style: "unit", unit: "kilometer-per-hour" }).format(50), new Intl.NumberFormat("de", { style: "percent", maximumFractionDigits: 1 }).format(0.1234), new Intl.NumberFormat("en", { notation: "compact" }).format(12345), new Intl.NumberFormat("en", { notation: "scientific" }).format(12345), new Intl.NumberFormat("en", { signDisplay: "always" }).format(1), new Intl.NumberFormat("en", { minimumIntegerDigits: 3, useGrouping: false }).format(5)); try { new Intl.NumberFormat("en", { style: "unit", unit: "parsec" }); } catch (e) { out(e.name); }
// ---- 11 time zones
const d = new Date(Date.UTC(2024, 6, 1, 12)); for (const z of ["UTC", "Europe/Prague", "America/New_York", "Asia/Tokyo", "europe/prague", "+05:30"]) try { out(d.toLocaleString("en-US", { timeZone: z, timeZoneName: "short" }), new Intl.DateTimeFormat("en", { timeZone: z }).resolvedOptions().timeZone); } catch (e) { out(e.name); } try { d.toLocaleString("en", { timeZone: "Mars/X" }); } catch (e) { out(e.name); }
// ---- 12 date parts and styles
const f = new Intl.DateTimeFormat("de", { timeZone: "UTC", dateStyle: "long", timeStyle: "short" }); out(f.format(0), f.formatToParts(0).map((p) => p.type), f.formatRange(0, 864e5)); try { new Intl.DateTimeFormat("de", { dateStyle: "long", year: "numeric" }); } catch (e) { out(e.name); }
// ---- 13 Collator
out(["z", "ä", "a"].sort(new Intl.Collator("de").compare), ["z", "ä", "a"].sort(new Intl.Collator("sv").compare), new Intl.Collator("en", { numeric: true }).compare("2", "10"), new Intl.Collator("de-u-co-phonebk").resolvedOptions(), new Intl.Collator("en-u-kn-true-kf-upper").resolvedOptions(), new Intl.Collator("en", { sensitivity: "base" }).compare("a", "Á"), new Intl.Collator("de", { collation: "phonebk" }).resolvedOptions().collation, new Intl.Collator("en", { collation: "nope" }).resolvedOptions().collation);
// ---- 14 PluralRules
out([0, 1, 2, 5].map((n) => new Intl.PluralRules("cs").select(n)), new Intl.PluralRules("en", { type: "ordinal" }).select(2), new Intl.PluralRules("ar").resolvedOptions().pluralCategories.length);
// ---- 15 ListFormat RelativeTimeFormat
out(new Intl.ListFormat("en").format(["a", "b", "c"]), new Intl.ListFormat("de", { type: "disjunction" }).format(["a", "b"]), new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-1, "day"), new Intl.RelativeTimeFormat("cs").format(2, "month"), new Intl.ListFormat("en").formatToParts(["a", "b"]).length);
// ---- 16 DisplayNames
const r = new Intl.DisplayNames("de", { type: "region" }), l = new Intl.DisplayNames("en", { type: "language" }); out(r.of("US"), r.of("ZZ"), l.of("de-AT"), l.of("zh-Hant"), new Intl.DisplayNames("en", { type: "currency" }).of("EUR"), new Intl.DisplayNames("en", { type: "script" }).of("Latn"), new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of("QX")); for (const f of [() => r.of("1"), () => r.of(), () => r.of("ABCDE"), () => l.of("e"), () => new Intl.DisplayNames("en"), () => Intl.DisplayNames("en", { type: "region" })]) try { out(f()); } catch (e) { out(e.name); }
// ---- 17 Segmenter
out([...new Intl.Segmenter("en", { granularity: "word" }).segment("Hi you.")].map((s) => [s.segment, s.isWordLike]), [...new Intl.Segmenter("en").segment("e\u0301👨‍👩‍👧")].length, new Intl.Segmenter("en").segment("abc").containing(1).segment);
// ---- 18 Locale
const l = new Intl.Locale("zh-hans-cn-u-ca-chinese-nu-hanidec"); out(String(l), l.language, l.script, l.region, l.calendar, l.numberingSystem, l.baseName, String(new Intl.Locale("en").maximize()), String(new Intl.Locale("zh-Hans-CN").minimize()), String(new Intl.Locale("en", { region: "GB", calendar: "buddhist", hourCycle: "h23", numeric: true })), new Intl.Locale("de") instanceof Intl.Locale); for (const f of [() => new Intl.Locale(), () => new Intl.Locale("x"), () => new Intl.Locale(5), () => new Intl.Locale("en", { region: "x" }), () => Intl.Locale("en"), () => new Intl.Locale("en", null), () => new Intl.Locale("en", { calendar: "" })]) try { out(String(f())); } catch (e) { out(e.name); }
// ---- 19 canonical and supported locales
out(Intl.getCanonicalLocales(["EN-us", "zh-HANS-cn", "iw", "en-US", "sr-latn-x-ABC"]), Intl.getCanonicalLocales(), Intl.NumberFormat.supportedLocalesOf(["de", "xx", "en-XX", "de-u-nu-latn", "DE-de"]), Intl.DateTimeFormat.supportedLocalesOf("en", { localeMatcher: "lookup" })); try { Intl.Collator.supportedLocalesOf("en", { localeMatcher: "x" }); } catch (e) { out(e.name); } for (const x of [null, "x", ["de", 5], "en-u-ca-gregory-u-nu-latn"]) try { Intl.getCanonicalLocales(x); } catch (e) { out(e.name); }
// ---- 20 with and without new, subclasses
out(Intl.NumberFormat("de").format(1.5), Intl.DateTimeFormat("de", { timeZone: "UTC" }).format(0), Intl.Collator().compare("a", "b")); class N extends Intl.NumberFormat { euro(x) { return this.format(x) + " EUR"; } } out(new N("de").euro(1.5), new N() instanceof N, N.supportedLocalesOf("de"), Object.prototype.toString.call(new N())); for (const C of ["PluralRules", "ListFormat", "RelativeTimeFormat", "Segmenter", "Locale"]) try { Intl[C]("en"); } catch (e) { out(e.name); }
// ---- 21 options that are none
for (const o of [null, 5, "s", [], () => 0]) for (const C of ["NumberFormat", "Collator", "PluralRules", "ListFormat", "DateTimeFormat", "Segmenter"]) try { new Intl[C]("en", o); out(C, "fine"); } catch (e) { out(C, e.name); }
// ---- 22 options by getters and inheritance
const log = []; const o = { get numberingSystem() { log.push("nu"); return "arab"; }, get minimumFractionDigits() { log.push("min"); return 2; } }; out((1.5).toLocaleString("en", o), [...new Set(log)], (1.5).toLocaleString("en", Object.create({ minimumFractionDigits: 3 })));
// ---- 23 resolved options
out(new Intl.NumberFormat("de", { style: "currency", currency: "EUR" }).resolvedOptions(), new Intl.PluralRules("en").resolvedOptions(), new Intl.ListFormat("en").resolvedOptions());
// ---- 24 supportedValuesOf
for (const k of ["calendar", "collation", "currency", "numberingSystem", "timeZone", "unit"]) out(k, Intl.supportedValuesOf(k).length); try { Intl.supportedValuesOf("x"); } catch (e) { out(e.name); }
// ---- 25 names and tags
out(Object.getOwnPropertyNames(Intl).sort(), Intl[Symbol.toStringTag], Intl.NumberFormat.prototype[Symbol.toStringTag], Reflect.ownKeys(Intl.NumberFormat.prototype).map(String).sort());
// ---- 26 a locale's own members
const f = new Intl.NumberFormat("en"); f.format2 = 1; f.resolvedOptions = () => "own"; out(f.format2, f.resolvedOptions()); const i = Object.create(Intl); i.Collator = 5; out(i.Collator);
