// SPDX-License-Identifier: Apache-2.0
// Runs first in every new context: gives scripts the console, and the host a way to throw errors of this context.
(function boot(offer) {
  "use strict";

  // taken away from scripts when the context is hardened; the product's modules keep their part of it
  const host = {};
  globalThis.host = host;
  offer((group, name, call) => { (host[group] ??= {})[name] = call; });

  function show(value) {
    if (typeof value === "string") return value;
    if (value instanceof Error) return String(value.stack);
    if (typeof value === "object" && value !== null) {
      try {
        return JSON.stringify(value);
      } catch {
        return Object.prototype.toString.call(value);
      }
    }
    return typeof value === "function" ? `[Function: ${value.name}]` : String(value);
  }

  const line = (values) => values.map(show).join(" ");

  Object.defineProperty(globalThis, "console", {
    configurable: true,
    enumerable: false,
    writable: true,
    value: {
      log(...values) { host.console.info(line(values)); },
      info(...values) { host.console.info(line(values)); },
      debug(...values) { host.console.debug(line(values)); },
      warn(...values) { host.console.warn(line(values)); },
      error(...values) { host.console.error(line(values)); },
    },
  });

  const constructors = { Error, TypeError, RangeError };

  // The host calls this to throw: the error is the context's own, so that instanceof holds.
  return function fail(constructor, code, message) {
    const error = new constructors[constructor](message);
    error.code = code;
    throw error;
  };
})
