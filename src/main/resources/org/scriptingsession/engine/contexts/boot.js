// SPDX-License-Identifier: Apache-2.0
// Runs first in every new context: gives scripts crypto and Math.random of the host.
(function boot(offer) {
  "use strict";

  // taken away from scripts when the context is hardened; the product's modules keep their part of it
  const host = {};
  globalThis.host = host;
  offer((group, name, call) => { (host[group] ??= {})[name] = call; });

  const integers = ["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
    "BigInt64Array", "BigUint64Array"];
  const typed = Object.getPrototypeOf(Uint8Array.prototype);
  const { apply } = Reflect;
  const [nameOf, bufferOf, offsetOf, lengthOf] = [Symbol.toStringTag, "buffer", "byteOffset", "byteLength"].map(
    (key) => Object.getOwnPropertyDescriptor(typed, key).get,
  );
  const mostRandomBytes = 65_536;

  // as the Web Cryptography API has them (W3C Recommendation, 10.1), but that there is no DOMException
  const crypto = {
    getRandomValues(array) {
      const name = typeof array === "object" && array !== null ? apply(nameOf, array, []) : undefined;
      if (!integers.includes(name)) throw new TypeError("crypto.getRandomValues: the argument is not a typed array of integers");
      const length = apply(lengthOf, array, []);
      if (length > mostRandomBytes) {
        const error = new Error(`crypto.getRandomValues: at most ${mostRandomBytes} bytes at once`);
        error.name = "QuotaExceededError";
        throw error;
      }
      if (length > 0) host.crypto.fill(apply(bufferOf, array, []), apply(offsetOf, array, []), length);
      return array;
    },
    randomUUID() { return host.crypto.randomUUID(); },
  };
  Object.defineProperty(crypto, Symbol.toStringTag, { configurable: true, value: "Crypto" });
  Object.defineProperty(globalThis, "crypto", { configurable: true, enumerable: true, writable: true, value: crypto });

  // the engine's own generator lives as long as the context: from three numbers a script could tell those of other requests
  Object.defineProperty(Math, "random", { configurable: true, enumerable: false, writable: true, value: host.crypto.random });
})
