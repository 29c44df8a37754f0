import prices from "./prices.json" with { type: "json" };
import { response } from "sdk/http";

const again = await import("./prices.json", { with: { type: "json" } });
const refused = await import("./prices.json").catch((error) => error.constructor.name);
const unknown = await import("./prices.json", { with: { type: "css" } }).catch((error) => error.constructor.name);
let thrown;
try {
  prices.list[1].deep = false;
} catch (error) {
  thrown = error.constructor.name;
}
response.json([prices.bread, again.default === prices, Object.isFrozen(prices.list[1]), Object.hasOwn(prices, "__proto__"), thrown,
  refused, unknown]);
