import { add } from "dates/add.mjs";
import dates from "dates";
import prices from "prices" with { type: "json" };
import { response } from "sdk/http";

const missing = await import("unmapped").catch((error) => error.message);
response.json([add(1), dates, prices.bread, (await import("dates/add.mjs")).add === add, missing.includes("refused")]);
