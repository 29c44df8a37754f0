import { session } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

const CART = {
  items: [{ name: "tea ☕", price: 2.5, count: 2, added: new Date(1500), gift: false, note: null }],
  "": -0, ["__proto__"]: { polluted: true }, big: 2 ** 53 - 1, empty: [], 10: "ten", 9: "nine",
};
const kept = (value) => {
  session.set("kept", "before");
  return [thrownBy(() => session.set("kept", value)), session.get("kept"), session.getAttributeNames().includes("kept")];
};
const deepFrozen = (value) => typeof value !== "object" || value === null
  || (Object.isFrozen(value) && Object.values(value).every(deepFrozen));

serve({
  store: () => session.set("cart", CART) === session,
  read: () => {
    const cart = session.get("cart");
    return [
      JSON.stringify(cart) === JSON.stringify(CART), Object.is(cart[""], -0), cart.items[0].added instanceof Date,
      cart.items[0].added.getTime(), Array.isArray(cart.items), Object.keys(cart).join(), Object.hasOwn(cart, "__proto__"),
      {}.polluted === undefined, deepFrozen(cart), cart !== session.get("cart"),
    ];
  },
  text: () => session.getAttribute("cart") === JSON.stringify(CART),
  scalars: () => [["a", true, 0.5, -7, ""], [session.set("s", "a").get("s"), session.set("s", true).get("s"),
    session.set("s", 0.5).get("s"), session.set("s", -7).get("s"), session.set("s", "").get("s")]].map((row) => row.join()),
  setAttributeTakesThemToo: () => [session.setAttribute("t", [1, new Date(0)]), session.get("t")[1].getTime(), session.removeAttribute("t")],
  nothingIsNull: () => {
    const nothing = session.getAttribute("absent");
    return [Object.is(nothing, null), [null].includes(nothing), new Set([null]).has(nothing), typeof nothing, nothing ?? "x", JSON.stringify({ nothing })];
  },
  absent: () => [session.get("absent") === undefined, session.has("absent"), session.delete("absent"), session.getAttributeNames()],
  nullRemoves: () => [session.set("n", 1).has("n"), session.set("n", null).has("n"), session.set("n", 1).set("n", undefined).has("n")],
  deleted: () => [session.set("d", [1]).delete("d"), session.delete("d"), session.get("d") === undefined],
  refused: () => Object.fromEntries(Object.entries({
    deep: { a: [{ fn() {} }] }, set: new Set(), nan: [NaN], missing: { a: undefined }, large: "x".repeat(70000),
    many: Array(10001).fill(0), nested: Array(65).fill().reduce((inner) => [inner], 0), regexp: /x/, instance: new (class A {})(),
  }).map(([name, value]) => [name, kept(value).join()])),
  place: () => { session.set("cart", { items: [1, 2, { fn() {} }] }); },
  changesOfACopy: () => {
    session.set("c", { list: [1] });
    const copy = session.get("c");
    const failed = [thrownBy(() => { copy.list.push(2); }), thrownBy(() => { copy.x = 1; })];
    return [...failed, session.getAttribute("c")];
  },
  names: () => ["get", "set", "has", "delete"].map((name) => thrownBy(() => session[name](""))),
  container: () => [session.get("jakarta.x") === undefined, session.has("WELD_S#0"), thrownBy(() => session.set("jakarta.x", 1))],
  fromJava: () => {
    const all = session.get("java");
    return [all.map.list.join(), all.map.none, all.instant.getTime(), all.date instanceof Date, all.long, all.decimal];
  },
  stranger: () => [thrownBy(() => session.get("stranger")), session.getAttribute("stranger"), session.has("stranger")],
  ran: () => session.get("own"),
  failing: () => [
    ...["never", "changing", "failing"].map((name) => thrownBy(() => session.get(name))),
    ...["changing", "failing"].map((name) => thrownBy(() => session.getAttribute(name))),
    session.getAttribute("kind"), session.getAttribute("decimal"), session.get("decimal"), session.get("atomic"), session.set("own", 1).get("own"),
  ],
  huge: () => [thrownBy(() => session.get("huge")), session.getAttribute("huge")],
  fromRecord: () => { const line = session.get("line"); return [line.item, line.count, line.notes.length]; },
  forRecord: () => session.set("line", { item: "salt", count: 3, notes: ["fine"] }).has("line"),
  longestName: () => session.setAttribute("n".repeat(1024), "x"),
  id: () => session.getId(),
  changeId: () => { session.set("kept", [1]); const old = session.getId(); const id = session.changeId(); return [id !== old, id === session.getId(), session.get("kept")[0]]; },
});
