import { ping } from "./ping.mjs";

export const pong = (n) => (n === 0 ? ["pong"] : ["pong", ...ping(n - 1)]);
