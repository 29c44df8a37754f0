import prices from "./prices.json" with { type: "json" };
