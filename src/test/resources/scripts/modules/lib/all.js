export * from "./shared.js";
export { name as deepName } from "../deep/module.mjs";
export * as everything from "./shared.js";
