// after: const index = <number>; one function is called with no frame left, with one more, and so on
import { session, request, response } from "sdk/http";

const functions = [session, request, response, console]
  .flatMap((object) => Object.keys(object).concat(object === console ? ["log", "warn"] : []).map((name) => [object, name]))
  .filter(([object, name]) => typeof object[name] === "function");
const value = { a: [1, new Date(0), "text", { b: null }] };
const argumentLists = [[], ["a"], ["a", value], ["a", (old) => [old, value]], [404, "a"], [new Uint8Array(9)],
  [{ name: "a", value: "b", attributes: {} }]];
if (index >= functions.length) throw new Error("all were called");
const [object, name] = functions[index];

let call = () => {};
let reached = 0;
function at(left) {
  reached++;
  if (left <= 0) call();
  else at(left - 1);
}
function measure() {
  reached = 0;
  try { at(Infinity); } catch { /* it is what we wanted */ }
  return reached;
}

let refused = 0;
for (const list of argumentLists) {
  const deepest = measure();
  call = () => object[name](...list);
  for (let frames = 0; frames < 60; frames += frames < 20 ? 1 : 3) {
    try {
      at(deepest - frames);
    } catch (error) {
      if (!(error instanceof Error)) throw new Error(`${name} threw what is no error of the script: ${error}`);
      if (error.code === "INTERNAL") throw error;
      if (error instanceof RangeError) refused++;
    }
  }
  call = () => {};
}
if (refused === 0) throw new Error(`${name} was never refused`);
