import { response } from "sdk/http";

console.log("text", 1, { a: 1 }, [1], null, undefined, Symbol("s"), 5n, () => 1, new Error("e"));
console.info("i"); console.debug("d"); console.warn("w"); console.error("e");
const cycle = {}; cycle.self = cycle;
console.log(cycle, new Proxy({}, {}));
console.log();
response.json(Object.keys(console).sort());
