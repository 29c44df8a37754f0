// Leaves what it can for the next request, and tells what it found.
import { session, response } from "sdk/http";
import { seen } from "./_counter.mjs";

let visits = 0;
visits += 1;
globalThis.left = (globalThis.left ?? 0) + 1;
Object.prototype.left = (Object.prototype.left ?? 0) + 1;
Array.prototype.leftInArrays = ([].leftInArrays ?? 0) + 1;
const regexp = RegExp.$1 === undefined ? "" : RegExp.$1;
/(secret)/.exec("secret");
let sdk;
try {
  session.left = (session.left ?? 0) + 1;
  sdk = session.left;
} catch {
  sdk = "refused";
}
response.json([visits, seen(), globalThis.left, {}.left, [].leftInArrays, regexp, sdk]);
