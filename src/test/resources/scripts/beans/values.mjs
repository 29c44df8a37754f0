import shop, { greet, add, twice, half, total, byName, count, reversed, distinct, find, given, nothing, absent, backwards } from "beans/it/shop";
import { logo, times, pages, number, bounded, locale, narrow } from "beans/it/shop";
import { kind as kindOf, save as saveLine, twice as twiceOf } from "beans/it/shelf";
import { later, earlier, tomorrow, next, same, any, kind, upper, delete as deleted } from "beans/it/shop";
import { serve } from "./_cases.mjs";

const bread = { name: "bread", price: 2.5, count: 2 }, milk = { name: "milk", price: 1, count: 1 };

serve({
  scalars: () => [greet("Ann"), add(1, 2), twice(21), half(3), upper("a"), deleted("x")],
  records: () => [total([bread, milk]), byName([bread, milk]), count({ a: [bread], b: [milk, milk] }), reversed([bread, milk])],
  collections: () => distinct(["b", "a", "b"]),
  optional: () => [find("bread"), find("") === undefined, given(5), given(), given(null)],
  nothing: () => [nothing() === undefined, absent() === null, twice() === null, any() === null],
  bytes: () => {
    const bytes = backwards(new Uint8Array([1, 2, 250]));
    return [bytes instanceof Uint8Array, [...bytes], [...backwards(new Uint8Array([9, 8, 7, 6]).subarray(1, 3))], kind(new Uint8Array(1))];
  },
  times: () => [later(new Date(0)).getTime(), earlier(new Date(1000)).getTime(), later(new Date(0)) instanceof Date,
    tomorrow("2026-02-28"), next("SUNDAY"), same("123e4567-e89b-12d3-a456-426614174000")],
  any: () => [any({ a: [1, "b", null, true] }), kind(1), kind(1.5), kind(2 ** 40), kind("x"), kind(true), kind([]).includes("List"), kind()],
  module: () => [shop.greet === greet, Object.isFrozen(shop), Object.isFrozen(greet), typeof shop.hidden, greet.name, deleted.name,
    Object.keys(shop).length],
  logo: () => {
    const before = [...logo()];
    logo()[0] = 66;
    return [before, [...logo()]];
  },
  inContainers: () => [times()[0] instanceof Date, pages([new Uint8Array([1, 2])])[0] instanceof Uint8Array, number(true),
    number(false) === undefined, bounded([bread, milk]), locale("de-AT"), narrow(0.5)],
  inherited: () => [kindOf(bread), saveLine(bread).name, twiceOf([milk]).length],
  frozen: () => {
    const lines = reversed([bread]);
    return [Object.isFrozen(lines), Object.isFrozen(lines[0])];
  },
  plant: () => { greet.planted = 1; },
  plantInModule: () => { shop.planted = 1; },
  construct: () => new greet("x"),
  tooMany: () => add(1, 2, 3, "four"),
  fraction: () => add(1, 0.5),
  missing: () => add(1),
  tooLarge: () => add(1, 2 ** 31),
  wide: () => narrow(16777217),
  bytesForText: () => total([{ name: new Uint8Array(3), price: 1, count: 1 }]),
  text: () => greet(5),
  noText: () => add("1", 2),
  flag: () => greet(true),
  inList: () => total([bread, { name: "milk", price: "dear", count: 1 }]),
  cut: () => total([{ name: "milk", price: 1, count: 1.5 }]),
  scalarForList: () => total("bread"),
  word: () => upper("ab"),
  noDay: () => next("SOMEDAY"),
  aFunction: () => any({ a: [() => 1] }),
  nan: () => half(NaN),
  cycle: () => {
    const cycle = {};
    cycle.self = cycle;
    return any(cycle);
  },
  getter: () => any({ get a() { throw new Error("of the getter"); } }),
});
