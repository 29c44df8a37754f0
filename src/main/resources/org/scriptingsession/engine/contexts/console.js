// SPDX-License-Identifier: Apache-2.0
// Runs between boot.js and harden.js: the console of scripts, as the Console Standard (console.spec.whatwg.org) and Node.js have it.
// What it remembers (counts, timers, groups) the host has, for the length of a run; nothing of it is in the context.
(function console(host, inspect) {
"use strict";
const { show, cut, kindOf, unwrap, property, headOf, framesOf, detailsOf, isError, isObject, MOST_CHARACTERS, MOST_ITEMS } = inspect;
const MOST_ERRORS = 5, MOST_COLUMNS = 20, WIDEST = 100, DEEPEST = 20;

// ---- 1. From values to a line, and the lines below it: frames, causes.
const number = (value, parse) => typeof value === "bigint" ? `${show(value)}` : typeof value === "symbol" || isObject(value) ? "NaN" : show(parse(value));
const json = value => {
  try {
    return String(JSON.stringify(value));
  } catch {
    return "[not JSON]";
  }
};
const SPECIFIERS = {
  s: value => isObject(value) ? isError(value) ? headOf(value) : show(value, { depth: 0 }) : show(value),
  d: value => number(value, Number), i: value => number(value, text => parseInt(text, 10)), f: value => number(value, parseFloat),
  j: json, o: value => show(value, { hidden: true }), O: value => show(value), c: () => "",
};

const errorLines = (error, begin, left) => {
  const lines = framesOf(error), below = [];
  if (begin !== undefined) lines.unshift(`${begin}${headOf(error)}${detailsOf(error)}`);
  const cause = property(error, "cause"), errors = property(error, "errors")?.value;
  if (cause !== undefined && "value" in cause) below[0] = ["Caused by: ", cause.value];
  for (let i = 0; i < MOST_ERRORS && isObject(errors) && property(unwrap(errors), i) !== undefined; i++) {
    below[below.length] = [`Error ${i + 1}: `, property(unwrap(errors), i).value];
  }
  for (const [why, value] of below) {
    if (!isError(value)) lines[lines.length] = `${why}${show(value)}`;
    else if (left > 1) for (const line of errorLines(value, why, left - 1)) lines[lines.length] = line;
  }
  return lines;
};

/** The line that console.log(...values) writes, and those below it. */
const format = values => {
  let text = "", next = 0;
  if (typeof values[0] === "string" && values.length > 1) {
    next = 1;
    text = cut(values[0], MOST_CHARACTERS).replace(/%[sdifjoOc%]/g, specifier => {
      if (specifier === "%%") return "%";
      return next < values.length ? SPECIFIERS[specifier[1]](values[next++]) : specifier;
    });
  }
  const errors = [];
  for (let i = next; i < values.length && text.length <= MOST_CHARACTERS; i++) {
    const value = values[i];
    if (isError(value) && errors.length < MOST_ERRORS) errors[errors.length] = value;
    text += (i === 0 ? "" : " ") + (isError(value) ? headOf(value) + detailsOf(value) : show(value));
  }
  const several = errors.length > 1;
  return [cut(text, MOST_CHARACTERS), ...errors.flatMap(error => errorLines(error, several ? "" : undefined, MOST_ERRORS))];
};

const say = (level, values) => {
  if (host.shows(level)) host.write(level, ...format(values));
};
const label = name => name === undefined ? "default" : cut(show(name), WIDEST);

// ---- 2. Tables: each row of the data is a line.
const rowsOf = data => {
  const object = unwrap(data), rows = [], kind = kindOf(object);
  let count = 0;
  if (kind === "Map" || kind === "Set") {
    for (const [key, value] of Reflect.apply((kind === "Map" ? Map : Set).prototype.entries, object, [])) {
      if (count++ < MOST_ITEMS) rows[rows.length] = [`${count - 1}`, { value: kind === "Set" ? value : { Key: key, Value: value } }];
    }
  } else if (Array.isArray(object)) {
    count = property(object, "length").value;
    for (let i = 0; i < Math.min(count, MOST_ITEMS); i++) rows[i] = [`${i}`, property(object, i)];
  } else {
    const keys = Object.keys(object);
    count = keys.length;
    for (const key of keys.slice(0, MOST_ITEMS)) rows[rows.length] = [key, property(object, key)];
  }
  return { rows, count };
};
const cell = found => found === undefined ? "" : "value" in found ? cut(show(found.value, { depth: 0, nested: true }), WIDEST) : "[Getter]";

const table = (data, chosen) => {
  const { rows, count } = rowsOf(data), columns = ["(index)"], cells = [];
  const column = name => {
    let at = columns.indexOf(name, 1);
    if (at < 0 && columns.length <= MOST_COLUMNS) at = columns.push(name) - 1;
    return at;
  };
  if (Array.isArray(chosen)) for (const name of chosen.slice(0, MOST_COLUMNS)) column(cut(show(name), WIDEST));
  for (const [index, found] of rows) {
    const row = [cut(index, WIDEST)], value = unwrap(found?.value);
    cells[cells.length] = row;
    if (isObject(value) && typeof value !== "function") {
      for (const key of Object.keys(value).slice(0, MOST_ITEMS)) {
        const at = Array.isArray(chosen) ? columns.indexOf(key, 1) : column(cut(key, WIDEST));
        if (at > 0) row[at] = cell(property(value, key));
      }
    } else if (!Array.isArray(chosen)) row.value = cell(found);
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
    const [text, ...lines] = format(values);
    if (host.shows("info")) host.write("info", `Trace${text === "" ? "" : `: ${text}`}`, ...framesOf(new Error("trace")), ...lines);
  },
  assert(condition, ...values) {
    if (condition) return;
    if (typeof values[0] === "string") say("error", [`Assertion failed: ${values[0]}`, ...values.slice(1)]);
    else say("error", ["Assertion failed", ...values]);
  },
  dir(value, options) {
    const option = key => isObject(unwrap(options)) ? property(unwrap(options), key)?.value : undefined, depth = option("depth");
    const levels = depth === null ? DEEPEST : typeof depth === "number" ? Math.min(Math.max(depth, 0), DEEPEST) : undefined;
    if (host.shows("info")) host.write("info", show(value, { depth: levels, hidden: option("showHidden") === true, nested: true }));
  },
  table(data, columns) {
    if (!isObject(unwrap(data))) say("info", [data]);
    else if (host.shows("info")) host.write("info", ...table(data, columns));
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
