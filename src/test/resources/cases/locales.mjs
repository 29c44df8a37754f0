// SPDX-License-Identifier: Apache-2.0
// One of many requests that ask for locales, extensions and options nobody has asked for: each passes or is a RangeError.
const letters = (i) => String(i).replace(/\d/g, (d) => "abcdefghij"[d]).padStart(5, "k");
const attempts = [
  (x) => (1).toLocaleString(`en-x-${x}`),
  (x) => (1n).toLocaleString(`de-${x}`),
  (x) => (1).toLocaleString(x.slice(1, 4)),
  (x) => (1).toLocaleString(`en-${x.slice(1)}`),
  (x) => (1).toLocaleString(`en-u-nu-${x}`),
  (x) => (1).toLocaleString("en", { numberingSystem: x }),
  (x) => [1, new Date(0)].toLocaleString(`en-x-${x}`),
  (x) => new Date(0).toLocaleDateString(`en-u-ca-${x}`),
  (x) => new Date(0).toLocaleTimeString("en", { calendar: x }),
  (x) => "a".localeCompare("b", `en-u-co-${x}`),
  (x) => "a".toLocaleUpperCase(`tr-${x}`),
  (x) => new Intl.Collator("en", { collation: x }),
  (x) => new Intl.PluralRules([`en-x-${x}`, `fr-x-${x}`]).select(1),
  (x) => new Intl.ListFormat(`en-t-${x.slice(0, 3)}-${x}`).format(["a"]),
  (x) => new Intl.RelativeTimeFormat(`en-a-${x}`).format(1, "day"),
  (x) => new Intl.Segmenter({ length: 1, 0: `en-x-${x}` }).segment("a"),
  (x) => new Intl.DisplayNames(`en-x-${x}`, { type: "region" }).of("US"),
  (x) => new Intl.DisplayNames("en", { type: "language" }).of(`en-${x}`),
  (x) => new Intl.DisplayNames("en", { type: "script" }).of(x.slice(1)),
  (x) => new Intl.Locale(`en-x-${x}`).maximize().toString(),
  (x) => new Intl.Locale("en", { script: x.slice(1), region: "US" }).minimize().toString(),
  (x) => Intl.getCanonicalLocales(`en-x-${x}`),
  (x) => Intl.DateTimeFormat.supportedLocalesOf(`en-${x}`),
];
for (let i = 0; i < 100; i++) {
  for (const attempt of attempts) {
    try {
      attempt(letters(seed * 100 + i));
    } catch (e) {
      if (!(e instanceof RangeError)) throw e;
    }
  }
}
const normal = ["de-DE", "en-US", "fr", "cs", "ja-JP", "ar-EG", "zh-Hant-TW"].map((l) => (1234.5).toLocaleString(l));
if (normal[0] !== "1.234,5" || normal[1] !== "1,234.5" || new Set(normal).size < 4) throw new Error(`normal locales: ${normal}`);
