// SPDX-License-Identifier: Apache-2.0
// Runs between boot.js and harden.js: the console of scripts, as the Console Standard (console.spec.whatwg.org) and Node.js have it.
// What it remembers (counts, timers, groups) the host has, for the length of a run; nothing of it is in the context.
(function console(host, inspect) {
"use strict";
const { show, cut, kindOf, unwrap, property, elementsOf, sizeOf, headOf, framesOf, detailsOf, isError, isObject, MOST_CHARACTERS, MOST_ITEMS } = inspect;
const MOST_ERRORS = 5, MOST_COLUMNS = 20, WIDEST = 100, DEEPEST = 20, OF_LINE = 100;

// ---- 1. From values to a line, and the lines below it: frames, causes.
const number = (value, parse) => typeof value === "bigint" ? `${show(value)}` : typeof value === "symbol" || isObject(value) ? "NaN" : show(parse(value));
const json = value => {
  try {
    return cut(String(JSON.stringify(value)), MOST_CHARACTERS);
  } catch {
    return "[not JSON]";
  }
};
const SPECIFIERS = {
  s: value => isObject(value) ? isError(value) ? headOf(value) : show(value, { depth: 0 }) : show(value),
  d: value => number(value, Number), i: value => number(value, text => parseInt(text, 10)), f: value => number(value, parseFloat),
  j: json, o: value => show(value, { hidden: true }), O: value => show(value), c: () => "",
};

/** `room.left` characters may still be written: errors that are each other's causes make a tree with very many branches. */
const errorLines = (error, begin, left, room) => {
  const lines = framesOf(error), below = [];
  if (begin !== undefined) lines.unshift(`${begin}${headOf(error)}${detailsOf(error)}`);
  for (const line of lines) room.left -= line.length + OF_LINE;
  const cause = property(error, "cause"), errors = unwrap(property(error, "errors")?.value);
  if (cause !== undefined && "value" in cause) below[0] = ["Caused by: ", cause.value];
  for (let i = 0; i < MOST_ERRORS && isObject(errors) && property(errors, i) !== undefined; i++) {
    below[below.length] = [`Error ${i + 1}: `, property(errors, i).value];
  }
  for (const [why, value] of below) {
    if (room.left <= 0) break;
    if (isError(value)) {
      if (left > 1) for (const line of errorLines(value, why, left - 1, room)) lines[lines.length] = line;
    } else {
      const line = `${why}${show(value)}`;
      room.left -= line.length + OF_LINE;
      lines[lines.length] = line;
    }
  }
  return lines;
};

/** The line that console.log(...values) writes, and those below it. */
const format = values => {
  let text = "", next = 0;
  if (typeof values[0] === "string" && values.length > 1) {
    let left = MOST_CHARACTERS;
    next = 1;
    text = cut(values[0], MOST_CHARACTERS).replace(/%[sdifjoOc%]/g, specifier => {
      if (specifier === "%%") return "%";
      if (next >= values.length) return specifier;
      const value = values[next++], shown = left > 0 ? SPECIFIERS[specifier[1]](value) : "";
      left -= shown.length;
      return shown;
    });
  }
  const errors = [];
  for (let i = next; i < values.length && text.length <= MOST_CHARACTERS; i++) {
    const value = values[i];
    if (isError(value) && errors.length < MOST_ERRORS) errors[errors.length] = value;
    text += (i === 0 ? "" : " ") + (isError(value) ? headOf(value) + detailsOf(value) : show(value));
  }
  const several = errors.length > 1, room = { left: 2 * MOST_CHARACTERS };
  return [
    cut(text, MOST_CHARACTERS),
    ...errors.flatMap(error => room.left > 0 ? errorLines(error, several ? "" : undefined, MOST_ERRORS, room) : []),
  ];
};

/** A record, if the log shows such ones; what cannot be shown, such as the exports of a module that is not evaluated, fails no script. */
const write = (level, linesOf) => {
  if (!host.shows(level)) return;
  let lines;
  try {
    lines = linesOf();
  } catch {
    lines = ["[not shown]"];
  }
  host.write(level, ...lines);
};
const say = (level, values) => write(level, () => format(values));
const label = name => name === undefined ? "default" : cut(show(name), WIDEST);

// ---- 2. Tables: each row of the data is a line.
const keysOf = object => {
  if (!(elementsOf(object) > MOST_ITEMS)) return Object.keys(object);
  // all of them would be as many as there are elements
  const keys = [];
  for (let i = 0; i < MOST_ITEMS; i++) if (property(object, i) !== undefined) keys[keys.length] = `${i}`;
  return keys;
};
const rowsOf = data => {
  const object = unwrap(data), rows = [], kind = kindOf(object);
  let count = 0;
  if (kind === "Map" || kind === "Set") {
    count = sizeOf(object);
    for (const [key, value] of Reflect.apply((kind === "Map" ? Map : Set).prototype.entries, object, [])) {
      if (rows.length === MOST_ITEMS) break;
      rows[rows.length] = [`${rows.length}`, { value: kind === "Set" ? value : { Key: key, Value: value } }];
    }
  } else if (kind === "Array") {
    count = elementsOf(object);
    for (let i = 0; i < Math.min(count, MOST_ITEMS); i++) rows[i] = [`${i}`, property(object, i)];
  } else {
    const keys = keysOf(object);
    count = Math.max(keys.length, elementsOf(object) ?? 0);
    for (const key of keys.slice(0, MOST_ITEMS)) rows[rows.length] = [key, property(object, key)];
  }
  return { rows, count };
};
const cell = found => found === undefined ? "" : "value" in found ? cut(show(found.value, { depth: 0, nested: true }), WIDEST) : "[Getter]";

/** The columns that were asked for; undefined for all. */
const chosenOf = columns => {
  const list = unwrap(columns), names = [];
  if (!isObject(list) || kindOf(list) !== "Array") return undefined;
  for (let i = 0; i < Math.min(elementsOf(list), MOST_COLUMNS); i++) names[i] = cut(show(property(list, i)?.value), WIDEST);
  return names;
};

const table = (data, chosenColumns) => {
  const chosen = chosenOf(chosenColumns);
  const { rows, count } = rowsOf(data), columns = ["(index)"], cells = [];
  const column = name => {
    let at = columns.indexOf(name, 1);
    if (at < 0 && columns.length <= MOST_COLUMNS) at = columns.push(name) - 1;
    return at;
  };
  if (chosen !== undefined) for (const name of chosen) column(name);
  for (const [index, found] of rows) {
    const row = [cut(index, WIDEST)], value = unwrap(found?.value);
    cells[cells.length] = row;
    if (isObject(value) && typeof value !== "function") {
      for (const key of keysOf(value).slice(0, MOST_ITEMS)) {
        const at = chosen !== undefined ? columns.indexOf(key, 1) : column(cut(key, WIDEST));
        if (at > 0) row[at] = cell(property(value, key));
      }
    } else if (chosen === undefined) row.value = cell(found);
  }
  if (cells.some(row => "value" in row)) {
    columns[columns.length] = "Values";
    for (const row of cells) row[columns.length - 1] = row.value ?? "";
  }
  const widths = columns.map((name, at) => Math.max(name.length, ...cells.map(row => (row[at] ?? "").length)));
  const line = row => columns.map((_, at) => (row[at] ?? "").padEnd(widths[at])).join(" | ").trimEnd();
  const rest = count > rows.length ? [`... ${count - rows.length} more rows`] : [];
  return [`table of ${count} row${count === 1 ? "" : "s"}`, line(columns), widths.map(width => "-".repeat(width)).join("-+-"), ...cells.map(line), ...rest];
};

// ---- 3. The functions.
const timeLog = (name, millis, values) => {
  if (millis === null) say("warn", ["There is no timer %s: call console.time first", name]);
  else say("info", ["%s: %s ms", name, millis.toFixed(3), ...values]);
};
const functions = {
  log(...values) { say("info", values); },
  info(...values) { say("info", values); },
  debug(...values) { say("debug", values); },
  warn(...values) { say("warn", values); },
  error(...values) { say("error", values); },
  trace(...values) {
    const frames = framesOf(new Error("trace"));
    write("info", () => {
      const [text, ...lines] = format(values);
      return [`Trace${text === "" ? "" : `: ${text}`}`, ...frames, ...lines];
    });
  },
  assert(condition, ...values) {
    if (condition) return;
    if (typeof values[0] === "string") say("error", [`Assertion failed: ${values[0]}`, ...values.slice(1)]);
    else say("error", ["Assertion failed", ...values]);
  },
  dir(value, options) {
    write("info", () => {
      const option = key => isObject(unwrap(options)) ? property(unwrap(options), key)?.value : undefined, depth = option("depth");
      // what is not a number is no bound
      const levels = depth === null ? DEEPEST : typeof depth === "number" ? Math.min(depth > 0 ? depth : 0, DEEPEST) : undefined;
      return [show(value, { depth: levels, hidden: option("showHidden") === true, nested: true })];
    });
  },
  table(data, columns) {
    if (!isObject(unwrap(data))) say("info", [data]);
    else write("info", () => table(data, columns));
  },
  count(name) {
    const count = host.count(label(name));
    if (count === null) say("warn", ["There are too many counters"]);
    else say("info", ["%s: %s", label(name), count]);
  },
  countReset(name) {
    if (!host.countReset(label(name))) say("warn", ["There is no counter %s", label(name)]);
  },
  time(name) {
    if (!host.time(label(name))) say("warn", ["There is a timer %s already, or too many others", label(name)]);
  },
  timeLog(name, ...values) { timeLog(label(name), host.elapsed(label(name)), values); },
  timeEnd(name) { timeLog(label(name), host.timeEnd(label(name)), []); },
  group(...values) {
    if (values.length > 0) say("info", values);
    host.group();
  },
  groupCollapsed(...values) { functions.group(...values); },
  groupEnd() { host.groupEnd(); },
};
Object.defineProperty(globalThis, "console", { configurable: true, enumerable: false, writable: true, value: functions });
})
