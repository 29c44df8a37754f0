import { shared } from "../lib/shared.js";

export default () => "default";
export const name = "deep";
export const up = shared;
