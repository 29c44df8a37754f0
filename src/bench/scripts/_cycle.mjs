import { name } from "./hardest.mjs";

export let current = 0;
export const next = () => {
  current += name() === "attr1" ? 1 : 0;
};
