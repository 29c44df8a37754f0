import { response } from "sdk/http";
import byDefault, { name, up } from "./deep/module.mjs";
import * as all from "./lib/all.js";

response.json([byDefault(), name, up, Object.keys(all).sort(), import.meta.url === undefined ? null : "url"]);
