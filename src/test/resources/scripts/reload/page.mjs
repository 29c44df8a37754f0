import { response } from "sdk/http";
import { part } from "./part.mjs";

response.print(`page with ${part}`);
