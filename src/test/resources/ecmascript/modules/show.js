// SPDX-License-Identifier: Apache-2.0
// Stands before each piece. It looks at values without asking their own methods.
const show = (value, depth = 0) => {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol") return `Symbol(${value.description})`;
  if (typeof value === "function") return `[Function ${Object.getOwnPropertyDescriptor(value, "name")?.value}]`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : `${value}`;
  if (depth > 4) return "...";
  const inside = (x) => show(x, depth + 1);
  if (Array.isArray(value)) return `[${Array.from(value, inside).join()}]`;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  const own = Reflect.ownKeys(value)
    .filter((key) => Object.getOwnPropertyDescriptor(value, key)?.enumerable)
    .map((key) => `${String(key)}:${inside(value[key])}`);
  return `${tag === "Object" ? "" : tag}{${own.join()}}`;
};
const out = (...values) => console.warn(values.map((value) => show(value)).join(" "));
