// For components to call.
import { session, request, response } from "sdk/http";
import { after } from "beans/it/prices";
import { deeper as further } from "beans/it/caller";
import { thrownBy } from "./_cases.mjs";

let calls = 0;

export const add = (a, b) => a + b;
export default (name) => `default ${name}`;
export const later = async (name = "bread") => (await after(name, 10)).name;
export { soon } from "beans/it/prices";
export const half = () => 1.5;
export const fresh = () => ++calls;
export const constant = 5;
export const within = () => {
  session.set("called", "yes");
  return [session.isValid(), request.isValid(), request.getMethod(), response.isValid()];
};
export const outside = () => [session.isValid(), request.isValid(), response.isValid(), thrownBy(() => session.getId())];
export const line = () => ({ name: "bread", price: 1.5, count: 2 });
export const sum = (number, bread) => number + bread.count;
export const bytes = (given) => new Uint8Array([...given, 1]);
export const fails = () => { throw new RangeError("of the script"); };
export const rejects = async () => { throw new RangeError("later"); };
export const never = () => new Promise(() => {});
export const nothing = () => undefined;
export const unlike = () => () => 1;
export const thenable = () => ({ then: (resolve) => resolve("thenable") });
export const deeper = (depth, most) => (depth < most ? further(depth + 1, most) : depth);
