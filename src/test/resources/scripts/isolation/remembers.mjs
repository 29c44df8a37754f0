// Leaves what it can for the next request, and tells what it found.
import { session, response } from "sdk/http";
import { seen } from "./_counter.mjs";

const tried = (work) => {
  try {
    return work();
  } catch {
    return "refused";
  }
};

let visits = 0;
visits += 1;
const found = {
  visits,
  imported: seen(),
  global: tried(() => (globalThis.left = (globalThis.left ?? 0) + 1)),
  objects: tried(() => (Object.prototype.left = ({}.left ?? 0) + 1)),
  arrays: tried(() => (Array.prototype.leftInArrays = ([].leftInArrays ?? 0) + 1)),
  math: tried(() => (Math.left = (Math.left ?? 0) + 1)),
  sdk: tried(() => (session.left = (session.left ?? 0) + 1)),
  functions: tried(() => (session.getId.left = (session.getId.left ?? 0) + 1)),
  regexp: RegExp.$1 ?? "none",
  symbol: Symbol.keyFor(Symbol.for("left")) === "left",
  json: tried(() => { JSON.parse = () => "spoilt"; return JSON.parse("1"); }),
  console: tried(() => (console.left = (console.left ?? 0) + 1)),
  own: Object.getOwnPropertyNames(globalThis).length,
};
/(secret)/.exec("secret");
tried(() => (globalThis.list ??= []).push(1));
response.print(JSON.stringify({ ...found, list: globalThis.list?.length ?? "refused" }));
