import { response } from "sdk/http";

const strict = (function strict() { return this === undefined; })();
response.json({
  strict,
  intl: new Intl.NumberFormat("de-DE").format(1234.5),
  utf8: [...new TextEncoder().encode("ž")],
  text: new TextDecoder().decode(new Uint8Array([197, 190])),
  iterator: [1, 2, 3].values().map((n) => n * 2).toArray(),
  sets: [...new Set([1, 2]).union(new Set([3]))],
  grouped: Object.groupBy([1, 2, 3], (n) => (n % 2 ? "odd" : "even")),
  escaped: RegExp.escape("a.b"),
  tried: typeof Promise.try,
  half: typeof Float16Array,
  modifiers: /(?i:A)b/.test("ab"),
  lines: /(?<year>\d{4})|(?<year>\d{2})/.exec("24").groups.year,
  top: await Promise.resolve("awaited"),
});
