import { session, request, response } from "sdk/http";
import { sessions } from "sdk/http/sessions";
import * as http from "sdk/http";
import { serve } from "./_cases.mjs";

const OBJECTS = { session, request, response, sessions };
const caught = (work) => {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
};
const functions = () => Object.entries(OBJECTS).flatMap(([group, object]) =>
  Object.entries(object).filter(([, member]) => typeof member === "function")
    .map(([name, member]) => ({ name: `${group}.${name}`, call: (...args) => member.apply(object, args) })));
// what ends or sends the response would end the test
const HARMLESS = functions().filter(({ name }) =>
  !/\.(print|println|write|json|flush|close|sendError|sendRedirect|reset|invalidate|logout|login|getReason|setContentLength|setContentType|setCharacterEncoding|setStatus)$/.test(name));

const isOrdinary = (value, seen = new Set()) => {
  if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return true;
  seen.add(value);
  const known = [Object.prototype, Array.prototype, Date.prototype, Uint8Array.prototype, ArrayBuffer.prototype, Function.prototype, null];
  return known.includes(Object.getPrototypeOf(value))
    && Reflect.ownKeys(value).every((key) => isOrdinary(Reflect.getOwnPropertyDescriptor(value, key).value, seen));
};

const cases = {
  globals: () => ["Java", "Packages", "Polyglot", "Graal", "java", "javax", "org", "com", "load", "loadWithNewGlobal", "print", "printErr",
    "readline", "read", "readFully", "readbuffer", "quit", "exit", "require", "module", "process", "global", "fetch", "XMLHttpRequest",
    "WebSocket", "Worker", "importScripts", "setTimeout", "performance", "host", "JavaImporter", "arguments", "$EXEC", "$ENV", "WebAssembly"]
    .filter((name) => name in globalThis),
  byConstructors: () => {
    const found = [];
    const seen = new Set();
    const walk = (value, path) => {
      if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value) || path.length > 8) return;
      seen.add(value);
      if (typeof value === "function") {
        const made = caught(() => value.constructor("return this")()).value;
        const self = made instanceof Promise ? undefined : typeof made?.next === "function" ? made.next().value : made;
        if (self !== undefined && self !== globalThis && !(self instanceof Promise)) found.push(path.join("."));
      }
      for (const key of Reflect.ownKeys(value)) {
        const { value: member, get, set } = Reflect.getOwnPropertyDescriptor(value, key);
        [member, get, set].forEach((next) => walk(next, [...path, String(key)]));
      }
      walk(Object.getPrototypeOf(value), [...path, "__proto__"]);
    };
    Object.entries({ ...OBJECTS, http, globalThis, meta: import.meta, generator: function* () {}, asynchronous: async () => {} })
      .forEach(([name, value]) => walk(value, [name]));
    return found;
  },
  everyResultIsOrdinary: () => HARMLESS.filter(({ call }) => {
    const { value } = caught(() => call("a", "b"));
    return !(value instanceof Object && Object.values(OBJECTS).includes(value)) && !isOrdinary(value);
  }).map(({ name }) => name),
  bytesAreTheScriptsOwn: () => {
    const bytes = request.getBytes();
    return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer && Object.getPrototypeOf(bytes.buffer) === ArrayBuffer.prototype;
  },
  everyErrorIsOrdinary: () => {
    const odd = [];
    const arguments_ = [undefined, null, NaN, -1, 2 ** 53, 1n, Symbol("s"), {}, [], () => 1, "x".repeat(1000), "\r\n", new Date(NaN), new Proxy({}, {})];
    for (const { name, call } of HARMLESS) {
      for (const argument of arguments_) {
        const { error } = caught(() => call(argument, argument, argument));
        if (error === undefined) continue;
        const keys = Reflect.ownKeys(error).map(String).filter((key) => !["message", "stack", "code"].includes(key));
        const hostly = ["getMessage", "getCause", "getStackTrace", "printStackTrace", "getClass", "class", "javaException"].filter((key) => key in error);
        if (!(error instanceof Error) || keys.length > 0 || hostly.length > 0 || error.code === "INTERNAL" || /at (java|org|com)\./.test(error.stack)) {
          odd.push(`${name}(${String(Object(argument).constructor?.name)}): ${error} ${keys} ${hostly}`);
        }
      }
    }
    return odd;
  },
  trapsSeeNoHost: () => {
    const odd = [];
    for (const { name, call } of HARMLESS) {
      const spy = (self) => { if (!isOrdinary(self) && self !== trap) odd.push(name); return "trapped"; };
      const trap = {
        toString() { return spy(this); }, valueOf() { return spy(this); }, toJSON() { return spy(this); },
        [Symbol.toPrimitive]() { return spy(this); }, get length() { return spy(this); }, get code() { return spy(this); },
      };
      const proxy = new Proxy(function () {}, {
        get: (target, key, receiver) => (receiver === proxy ? Reflect.get(target, key) : odd.push(`${name} get`)),
        apply: (target, self, args) => (args.every((one) => isOrdinary(one)) ? "trapped" : odd.push(`${name} apply`)),
      });
      caught(() => call(trap, trap, trap));
      caught(() => call("a", trap, trap));
      caught(() => call("a", proxy, proxy));
    }
    return odd;
  },
  speciesIsNotAsked: () => {
    let asked = 0;
    class Spy extends Array { static get [Symbol.species]() { asked++; return Array; } }
    caught(() => session.set("a", Spy.from([1])));
    return asked;
  },
  gettersOfAValue: () => {
    let reads = 0;
    const value = { get a() { reads++; session.set("other", reads); return reads; } };
    session.set("value", value);
    return [session.get("value").a, session.get("other"), reads];
  },
  aValueThatChangesWhileItIsCopied: () => {
    const list = [1, 2, 3];
    Object.defineProperty(list, 1, { get() { list.length = 0; list.push("x"); return "y"; }, configurable: true, enumerable: true });
    return caught(() => session.set("list", list)).error?.code ?? JSON.stringify(session.get("list"));
  },
  endlessGetters: () => {
    const endless = () => ({ get next() { return endless(); } });
    return caught(() => session.set("endless", endless())).error.code;
  },
  container: () => ["WELD_S_HASH", "jakarta.faces.x", "org.scriptingsession.user", "org.scriptingsession.random", "org.scriptingsession.renewed"]
    .filter((name) => session.get(name) !== undefined || caught(() => session.set(name, "x")).error?.code !== "INVALID_NAME"
      || caught(() => request.setAttribute(name, "x")).error?.code !== "INVALID_NAME"),
  otherUsersSessions: () => Object.keys(sessions).map((name) => caught(() => sessions[name]("alice", "x")).error?.code),
  headers: () => [
    () => response.setHeader("X-A", "a\r\nSet-Cookie: b=c"), () => response.setHeader("X-A\r\nB", "a"), () => response.addHeader("X A", "a"),
    () => response.setHeader("Set-Cookie", "a=b"), () => response.setHeader("Content-Length", "1\r\n"), () => response.setHeader("Transfer-Encoding", "chunked"),
    () => response.addCookie({ name: "a", value: "b; Domain=evil" }), () => response.addCookie({ name: "a", value: "b", attributes: { Path: "/; Secure" } }),
    () => response.addCookie({ name: "SCRIPTINGSID", value: "fixed" }), () => response.addCookie({ name: "__Host-a", value: "b" }),
    () => response.addCookie({ name: "__Secure-a", value: "b", attributes: { Secure: "false" } }), () => response.addCookie({ name: "a\r\n", value: "b" }),
    () => response.sendRedirect("/a\r\nX: y"), () => response.setContentType("text/html\r\nX: y"),
  ].map((work) => caught(work).error?.code ?? "taken"),
  goodCookies: () => {
    response.addCookie({ name: "__Host-a", value: "b", attributes: { Secure: "true", Path: "/" } });
    response.addCookie({ name: "__Secure-a", value: "b", attributes: { Secure: "" } });
    return response.getHeaderNames().includes("X-A");
  },
  logInjection: () => { console.log("one\ntwo\r\u2028three"); return true; },
  prototypes: () => {
    session.set("p", JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'));
    session.get("p");
    request.getQueryParametersMap();
    return [{}.polluted, [].polluted, Object.prototype.polluted].every((one) => one === undefined);
  },
  atomics: () => caught(() => Atomics.wait(new Int32Array(new ArrayBuffer(4)), 0, 0, 1)).error?.name,
};
serve(cases);
