import { session } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

const stored = (value) => {
  const returned = session.setAttribute("a", value);
  const read = session.getAttribute("a");
  return returned === read ? read : { returned, read };
};
const VALUES = {
  text: "value1", emptyText: "", unicode: "žluťoučký 日本語 \u{1F600} \u0000 \uD800",
  tenth: 0.1, big: 1e21, belowBig: 1e20, negativeZero: -0, pastSafe: 2 ** 53, smallest: 5e-324, largest: 1.7976931348623157e308,
  integer: 42, negative: -7, past32: 2 ** 31, tiny: 1e-7, third: 1 / 3, yes: true, no: false,
};
const UNSTORABLE = {
  function: () => 1, symbol: Symbol("s"), bigint: 1n, nan: NaN, infinity: Infinity, minusInfinity: -Infinity, proxy: new Proxy({}, {}),
};
const kept = (work) => {
  session.setAttribute("a", "before");
  const error = thrownBy(work);
  return [error, session.getAttribute("a"), session.getAttributeNames()];
};

const cases = {
  values: () => Object.entries(VALUES).filter(([, value]) => stored(value) !== String(value)).map(([name]) => name),
  unstorable: () => Object.fromEntries(Object.entries(UNSTORABLE).map(([name, value]) => [name, kept(() => session.setAttribute("a", value))])),
  set: () => session.setAttribute("attr1", "value1"),
  get: () => session.getAttribute("attr1"),
  replace: () => [session.setAttribute("attr1", "one"), session.setAttribute("attr1", 2), session.getAttribute("attr1")],
  absent: () => session.getAttribute("absent"),
  setNull: () => [session.setAttribute("n", "x"), session.setAttribute("n", null), session.getAttribute("n"), session.getAttributeNames().includes("n")],
  setUndefined: () => [session.setAttribute("n", "x"), session.setAttribute("n", undefined), session.getAttribute("n"), session.getAttributeNames().includes("n")],
  remove: () => [session.setAttribute("r", 5), session.removeAttribute("r"), session.getAttribute("r"), session.removeAttribute("r")],
  names: () => {
    for (const name of ["b", "c", "a b", "日本"]) session.setAttribute(name, 1);
    session.removeAttribute("c");
    return session.getAttributeNames().sort();
  },
  caseMatters: () => [session.setAttribute("Case", "upper"), session.setAttribute("case", "lower"), session.getAttribute("Case")],
};
const NAMES = { empty: "", tooLong: "n".repeat(1025), number: 5, missing: undefined, none: null, object: {} };
const WITH_NAME = {
  get: (name) => session.getAttribute(name), set: (name) => session.setAttribute(name, "x"), remove: (name) => session.removeAttribute(name),
};
cases.invalidNames = () => {
  const accepted = [];
  for (const [label, name] of Object.entries(NAMES)) {
    for (const [what, work] of Object.entries(WITH_NAME)) {
      const error = thrownBy(() => work(name));
      if (error !== "TypeError INVALID_NAME") accepted.push(`${what} ${label}: ${error}`);
    }
  }
  return accepted;
};
cases.reserved = () => {
  const problems = [];
  for (const name of ["WELD_S#0", "jakarta.x", "javax.faces.x", "org.jboss.weld.x", "org.apache.catalina.x", "com.sun.faces.x"]) {
    if (session.getAttribute(name) !== null) problems.push(`read ${name}`);
    if (thrownBy(() => session.setAttribute(name, "x")) !== "TypeError INVALID_NAME") problems.push(`set ${name}`);
    if (thrownBy(() => session.removeAttribute(name)) !== "TypeError INVALID_NAME") problems.push(`remove ${name}`);
  }
  return problems;
};
// the settings of the test deployment: 100 bytes an attribute, 1149 a session, names and a unit of 8 included
cases.limits = () => [99, 100, 101].map((bytes) => thrownBy(() => session.setAttribute("a", "x".repeat(bytes))));
cases.limitInUtf8 = () => ["é".repeat(50), "é".repeat(51), "日".repeat(33), "日".repeat(34), "\u{1F600}".repeat(25), "\u{1F600}".repeat(26)]
  .map((text) => thrownBy(() => session.setAttribute("a", text)));
cases.overLimitKeeps = () => kept(() => session.setAttribute("a", "x".repeat(101)));
cases.sum = () => {
  for (const name of "abdefghijk") session.setAttribute(name, "x".repeat(100));
  return [49, 50, 51].map((bytes) => thrownBy(() => session.setAttribute("c", "x".repeat(bytes))));
};
cases.fill = () => {
  let count = 0;
  let refused = null;
  while (refused === null) {
    refused = thrownBy(() => session.set(String.fromCharCode(0x3b1 + count), ""));
    count += refused === null ? 1 : 0;
  }
  return [count, refused];
};
cases.sumMessage = () => session.setAttribute("c", "x".repeat(100));
cases.sumFreed = () => {
  session.removeAttribute("a");
  return thrownBy(() => session.setAttribute("c", "x".repeat(100)));
};
cases.message = () => session.setAttribute("a", "x".repeat(101));

serve(cases);
