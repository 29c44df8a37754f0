import { pong } from "./pong.mjs";

export const ping = (n) => (n === 0 ? ["ping"] : ["ping", ...pong(n - 1)]);
