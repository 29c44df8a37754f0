// SPDX-License-Identifier: Apache-2.0
// Runs between boot.js and harden.js: how the console shows a value, in one line.
// Showing runs no code of the script's: no getter, no toString, no toJSON, no trap of a proxy. What is large is cut.
(function inspect(host) {
"use strict";
const { kindOf, targetOf } = host;
const MOST_CHARACTERS = 16_384, MOST_ITEMS = 100, MOST_STEPS = 20, LONGEST_NAME = 200;
const { apply, ownKeys } = Reflect;
const getterOf = (prototype, key) => Object.getOwnPropertyDescriptor(prototype, key).get;
const SIZE = { Map: getterOf(Map.prototype, "size"), Set: getterOf(Set.prototype, "size") };
const lengthOf = getterOf(Object.getPrototypeOf(Uint8Array.prototype), "length");
const BYTES = { ArrayBuffer: getterOf(ArrayBuffer.prototype, "byteLength"), DataView: getterOf(DataView.prototype, "byteLength") };
const BOXED = { Number, String, Boolean, BigInt, Symbol };
// shown however deep
const FLAT = ["Error", "Function", "Date", "RegExp"];
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const isObject = x => typeof x === "function" || (typeof x === "object" && x !== null);
const cut = (text, most) => text.length > most ? `${text.slice(0, Math.max(0, most))}...` : text;

// the property as it is, since reading it could run a getter; looked up at each call, for hardening replaces the function
const property = (object, key) => Object.getOwnPropertyDescriptor(object, key);
const dataOf = (object, key) => property(object, key)?.value;

/** What is behind proxies: never one itself. Undefined when the last one is revoked, null when there are too many. */
const unwrap = value => {
  let object = value;
  for (let i = 0; isObject(object) && kindOf(object) === "Proxy"; i++) {
    if (i === MOST_STEPS) return null;
    object = targetOf(object);
  }
  return object;
};

/** Of a Map or Set. */
const sizeOf = object => apply(SIZE[kindOf(object)], object, []);

/** The length of what has elements, such as each character of a boxed string; undefined for anything else that is not a proxy. */
const elementsOf = object => {
  const kind = kindOf(object);
  if (kind === "Array" || kind === "String") return dataOf(object, "length");
  return kind.endsWith("Array") ? apply(lengthOf, object, []) : undefined;
};

/** A property of an object or its prototypes, unless it is an accessor or behind a proxy. */
const lookUp = (object, key) => {
  for (let i = 0, at = object; i < MOST_STEPS && at !== null && kindOf(at) !== "Proxy"; i++, at = Object.getPrototypeOf(at)) {
    const found = property(at, key);
    if (found !== undefined) return found.value;
  }
  return undefined;
};
const textOf = value => typeof value === "string" ? value : "";
const nameOf = fn => isObject(fn) && kindOf(fn) === "Function" ? textOf(dataOf(fn, "name")) : "";
const className = object => {
  if (kindOf(object) !== "Proxy" && Object.getPrototypeOf(object) === null) return "[Object: null prototype]";
  return cut(nameOf(lookUp(object, "constructor")), LONGEST_NAME) || "Object";
};

/** The name and message of an error. */
const headOf = error => {
  const name = textOf(lookUp(error, "name") ?? "Error"), message = textOf(lookUp(error, "message"));
  return cut(name && message ? `${name}: ${message}` : name || message, MOST_CHARACTERS);
};

/**
 * Where an error was made: the scripts' own frames, each as "at name (file:line:column)".
 * The engine writes the text of `stack` when it is first read, and asks getters of the error's class for its head.
 */
const framesOf = error => {
  const stack = cut(textOf(dataOf(error, "stack")), 4 * MOST_CHARACTERS), head = headOf(error);
  const frames = (stack.startsWith(head) ? stack.slice(head.length) : stack).split("\n");
  return frames.filter(frame => frame.startsWith("    at ") && !frame.includes("/sdk:/")).slice(0, MOST_STEPS)
    .map(frame => frame.slice(4).replace(/(\(|at )\//, "$1"));
};

const primitive = (value, nested, left) => {
  switch (typeof value) {
    case "string": return nested ? JSON.stringify(cut(value, left)) : cut(value, left);
    case "number": return Object.is(value, -0) ? "-0" : `${value}`;
    case "bigint": return cut(`${value}n`, left);
    case "symbol": return cut(String(value), left);
    default: return String(value);
  }
};

/** One value: `left` characters may still be written, of objects `depth` levels. */
class Text {
  constructor(hidden) {
    this.hidden = hidden;
    this.left = MOST_CHARACTERS;
    this.above = [];
  }

  show(value, depth, nested = true) {
    if (this.left <= 0) return "...";
    return isObject(value) ? this.object(unwrap(value), depth) : this.counted(primitive(value, nested, this.left));
  }

  counted(text) {
    this.left -= text.length;
    return text;
  }

  object(object, depth) {
    if (!isObject(object)) return this.counted(object === null ? "[Proxy]" : "[revoked Proxy]");
    if (this.above.includes(object)) return this.counted("[Circular]");
    const kind = kindOf(object), name = className(object);
    if (depth < 0 && !FLAT.includes(kind)) return this.counted(`[${name}]`);
    this.above.push(object);
    try {
      return this.parts(object, kind, name, depth);
    } finally {
      this.above.pop();
    }
  }

  parts(object, kind, name, depth) {
    const lists = kind === "Array" || kind.endsWith("Array");
    this.left -= 2; // brackets: what is empty counts, too
    const begin = this.counted(this.begin(object, kind, name)), items = this.items(object, kind, depth);
    for (const item of this.properties(object, kind, lists, depth)) items[items.length] = item;
    if (items.length === 0) return lists ? `${begin}[]` : kind === "Object" || kind === "Map" || kind === "Set" ? `${begin}{}` : begin.trimEnd();
    return `${begin.trimEnd()}${begin === "" ? "" : " "}${lists ? "[" : "{"} ${items.join(", ")} ${lists ? "]" : "}"}`;
  }

  /** What comes before the properties. */
  begin(object, kind, name) {
    switch (kind) {
      case "Object": return name === "Object" ? "" : `${name} `;
      case "Array": return name === "Array" ? "" : `${name}(${dataOf(object, "length")}) `;
      case "Function": return `[${this.function(object)}] `;
      case "Map": case "Set": return `${name}(${sizeOf(object)}) `;
      case "ArrayBuffer": case "DataView": return `${name}(${apply(BYTES[kind], object, [])}) `;
      case "Date": return Number.isNaN(apply(Date.prototype.getTime, object, [])) ? "Invalid Date " : `${apply(Date.prototype.toISOString, object, [])} `;
      case "RegExp": return `${this.regExp(object)} `;
      case "Error": return `[${cut(headOf(object), this.left)}${this.place(object)}] `;
      default:
        if (kind in BOXED) return `[${kind}: ${primitive(apply(BOXED[kind].prototype.valueOf, object, []), true, this.left)}] `;
        return kind.endsWith("Array") ? `${name}(${apply(lengthOf, object, [])}) ` : `${name} `;
    }
  }

  function(object) {
    const isClass = cut(apply(Function.prototype.toString, object, []), 6) === "class ...", own = cut(nameOf(object), LONGEST_NAME);
    return `${isClass ? "class" : "Function"}${own === "" ? " (anonymous)" : `${isClass ? " " : ": "}${own}`}`;
  }

  regExp(object) {
    // its flags are properties that a script may have put on the object
    const flags = ["hasIndices", "global", "ignoreCase", "multiline", "dotAll", "unicode", "unicodeSets", "sticky"]
      .map((flag, i) => apply(getterOf(RegExp.prototype, flag), object, []) ? "dgimsuvy"[i] : "").join("");
    return cut(`/${apply(getterOf(RegExp.prototype, "source"), object, [])}/${flags}`, this.left);
  }

  place(error) {
    const [frame = ""] = framesOf(error), place = /\(([^()]*)\)$/.exec(frame) ?? /at (\S+:\d+:\d+)$/.exec(frame);
    return place === null ? "" : ` (${cut(place[1], LONGEST_NAME)})`;
  }

  /** The elements of what has some. */
  items(object, kind, depth) {
    const items = [];
    if (kind === "Map" || kind === "Set") {
      for (const [key, value] of apply((kind === "Map" ? Map : Set).prototype.entries, object, [])) {
        if (items.length === MOST_ITEMS || this.left <= 0) break;
        items[items.length] = kind === "Set" ? this.show(value, depth - 1) : `${this.show(key, depth - 1)} => ${this.show(value, depth - 1)}`;
      }
      this.more(items, sizeOf(object) - items.length);
    } else if (kind === "Array") {
      this.elements(items, object, dataOf(object, "length"), depth);
    } else if (kind.endsWith("Array")) {
      const length = apply(lengthOf, object, []);
      while (items.length < Math.min(length, MOST_ITEMS) && this.left > 0) items[items.length] = this.counted(primitive(object[items.length]));
      this.more(items, length - items.length);
    }
    return items;
  }

  elements(items, array, length, depth) {
    let i = 0, empty = 0;
    const gap = () => {
      if (empty > 0) items[items.length] = this.counted(`<${empty} empty item${empty === 1 ? "" : "s"}>`);
      empty = 0;
    };
    for (; i < Math.min(length, MOST_ITEMS) && this.left > 0; i++) {
      const element = property(array, i);
      if (element === undefined) empty++;
      else {
        gap();
        items[items.length] = this.value(element, depth);
      }
    }
    gap();
    this.more(items, length - i);
  }

  more(items, count) {
    if (count > 0) items[items.length] = this.counted(`... ${count} more item${count === 1 ? "" : "s"}`);
  }

  properties(object, kind, lists, depth) {
    // the keys of what is long are as many
    if ((lists && kind !== "Array") || elementsOf(object) > MOST_ITEMS) return [];
    const items = [], passed = kind === "Error" ? ["stack", "message", "cause", "errors"] : [];
    for (const key of ownKeys(object)) {
      const found = property(object, key), isElement = (lists || kind === "String") && typeof key === "string" && /^(?:\d+|length)$/.test(key);
      if (found === undefined || isElement || !(found.enumerable || this.hidden) || passed.includes(key)) continue;
      if (items.length === MOST_ITEMS || this.left <= 0) {
        items[items.length] = "...";
        break;
      }
      items[items.length] = `${this.key(key, found.enumerable)}: ${this.value(found, depth)}`;
    }
    return items;
  }

  key(key, enumerable) {
    const name = typeof key === "symbol" ? `[${cut(String(key), LONGEST_NAME)}]`
      : IDENTIFIER.test(cut(key, LONGEST_NAME)) ? key : JSON.stringify(cut(key, LONGEST_NAME));
    return this.counted(enumerable ? name : `[${name}]`);
  }

  value({ get, set, value }, depth) {
    if (get === undefined && set === undefined) return this.show(value, depth - 1);
    return this.counted(get === undefined ? "[Setter]" : set === undefined ? "[Getter]" : "[Getter/Setter]");
  }
}

const DEPTH = 4;
return {
  cut, kindOf, unwrap, property, elementsOf, sizeOf, headOf, framesOf, isObject, MOST_CHARACTERS, MOST_ITEMS,
  isError: value => isObject(value) && kindOf(value) === "Error",
  /** The value in one line; a string at the outermost level as it is. */
  show: (value, { depth = DEPTH, hidden = false, nested = false } = {}) => {
    try {
      return new Text(hidden).show(value, depth, nested);
    } catch {
      return "[not shown]"; // a bigint that is too large, say, or no room left on the stack
    }
  },
  /** An error's own properties, such as its code, as they follow its message. */
  detailsOf: error => {
    try {
      const items = new Text(false).properties(error, "Error", false, 1);
      return items.length === 0 ? "" : ` { ${items.join(", ")} }`;
    } catch {
      return "";
    }
  },
};
})
