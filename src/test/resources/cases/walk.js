// SPDX-License-Identifier: Apache-2.0
// Visits every object a script can reach and reports what is mutable. It shares no code with harden.js and finds the
// intrinsics that only syntax reaches by itself. Evaluates to a function of more roots: an array of objects.
(extra) => {
  "use strict";
  const roots = () => {
    const it = (x) => x[Symbol.iterator](),
      found = { globalThis };
    const samples = {
      arguments: (function () {
        return arguments;
      })(),
      arrow: () => 0,
      method: { m() {} }.m,
      class: class {},
      bound: (() => 0).bind(null),
      getter: Object.getOwnPropertyDescriptor(
        {
          get a() {
            return 1;
          },
        },
        "a",
      ).get,
      async: async () => {},
      gen: function* () {},
      asyncGen: async function* () {},
      genObject: (function* () {})(),
      asyncGenObject: (async function* () {})(),
      promise: (async () => {})(),
      importPromise: Promise.resolve(),
      arrayIt: it([]),
      typedIt: it(new Uint8Array(1)),
      stringIt: it(""),
      mapIt: it(new Map()),
      setIt: it(new Set()),
      entries: new Map().entries(),
      matchAll: "a".matchAll(/a/g),
      wrapped: Iterator.from({ next() {} }),
      wrapped2: Iterator.from({ __proto__: null, next() {} }),
      helper: it([]).map((x) => x),
      flat: it([]).flatMap((x) => [x]),
      regexp: /a/,
      match: /(?<g>a)/d.exec("a"),
      groups: /(?<g>a)/.exec("a").groups,
      template: ((x) => x)`a${1}`,
      raw: ((x) => x.raw)`a`,
      error: new Error("x", { cause: 1 }),
      aggregate: new AggregateError([]),
      revocable: Proxy.revocable({}, {}),
      resolvers: Promise.withResolvers(),
      symbol: Object(Symbol()),
      bigint: Object(1n),
      number: Object(1),
      string: Object(""),
      boolean: Object(true),
      caught: (() => {
        try {
          null.x;
        } catch (e) {
          return e;
        }
      })(),
      overflow: (() => {
        try {
          const f = () => f() + 1;
          f();
        } catch (e) {
          return e;
        }
      })(),
      groupBy: Object.groupBy([1], String),
      bind: Function.prototype.bind.call(class {}, null),
      setMethods: new Set([1]).union(new Set()),
      date: new Date(0),
    };
    const segmenter = new Intl.Segmenter(),
      segments = segmenter.segment("a b");
    Object.assign(samples, { segments, segmentIt: it(segments), segment: segments.containing(0) });
    for (const [name, args] of [
      ["Collator"],
      ["NumberFormat"],
      ["DateTimeFormat"],
      ["PluralRules"],
      ["ListFormat"],
      ["RelativeTimeFormat"],
      ["DisplayNames", ["en", { type: "region" }]],
      ["Locale", ["en"]],
      ["DurationFormat"],
    ].map(([n, a]) => [n, a ?? []])) {
      const made = new Intl[name](...args);
      samples["Intl." + name] = made;
      if (made.resolvedOptions) samples[`Intl.${name} options`] = made.resolvedOptions();
    }
    samples.parts = new Intl.NumberFormat("en").formatToParts(1);
    samples.encoder = new TextEncoder();
    samples.decoder = new TextDecoder();
    samples.encoded = new TextEncoder().encode("a");
    for (const name of Object.keys(samples)) {
      // a sample is the request's own: what it inherits from is not
      const own = name === "genObject" || name === "asyncGenObject"; // their first prototype belongs to the sample function
      const first = Object.getPrototypeOf(samples[name]);
      for (
        let p = own ? Object.getPrototypeOf(first) : first, path = `proto(${name})`;
        p !== null;
        p = Object.getPrototypeOf(p), path = `proto(${path})`
      )
        found[path] = p;
      for (const key of Reflect.ownKeys(samples[name])) {
        const d = Object.getOwnPropertyDescriptor(samples[name], key);
        if (name === "arguments" && d.get) found["%ThrowTypeError%"] = d.get;
      }
    }
    if (extra)
      for (let i = 0; i < extra.length; i++) {
        const p = Object.getPrototypeOf(extra[i]);
        if (p) found[`foreign ${i}`] = p;
      }
    return found;
  };
  const isObject = (x) => typeof x === "function" || (typeof x === "object" && x !== null);
  // Objects whose state is not in properties: freezing does not help, so none may be reachable.
  const uncurry = (o, k) => {
    const d = Object.getOwnPropertyDescriptor(o, k);
    return d && (d.get && typeof d.value === "undefined" ? d.get : d.value);
  };
  const brand = (name, f) => (x) => {
    try {
      f(x);
      return name;
    } catch {
      return "";
    }
  };
  const call = (f, x, ...a) => Reflect.apply(f, x, a);
  const P = (k) => globalThis[k].prototype,
    F = {
      mapHas: P("Map").has,
      setHas: P("Set").has,
      wm: P("WeakMap").has,
      ws: P("WeakSet").has,
      date: P("Date").getTime,
      deref: P("WeakRef").deref,
      dv: uncurry(P("DataView"), "byteLength"),
      ab: uncurry(P("ArrayBuffer"), "byteLength"),
      ta: uncurry(Object.getPrototypeOf(P("Uint8Array")), Symbol.toStringTag),
      re: uncurry(P("RegExp"), "source"),
      then: P("Promise").then,
    };
  const SLOTS = [
    brand("Map", (x) => call(F.mapHas, x, 1)),
    brand("Set", (x) => call(F.setHas, x, 1)),
    brand("WeakMap", (x) => call(F.wm, x, {})),
    brand("WeakSet", (x) => call(F.ws, x, {})),
    brand("Date", (x) => call(F.date, x)),
    brand("WeakRef", (x) => call(F.deref, x)),
    brand("ArrayBuffer", (x) => call(F.ab, x)),
    brand("DataView", (x) => call(F.dv, x)),
    brand("TypedArray", (x) => {
      if (call(F.ta, x) === undefined) throw 0;
    }),
    brand("RegExp", (x) => {
      if (x === RegExp.prototype) throw 0;
      call(F.re, x);
    }),
    brand("Promise", (x) => {
      if (!(x instanceof Promise)) throw 0;
    }),
  ];
  const print = () => {
    const holes = [],
      seen = new Map(),
      values = new Map(),
      todo = Object.entries(roots());
    const note = (path, value) => {
      values.set(path, value);
      if (isObject(value)) todo.push([path, value]);
    };
    let properties = 0;
    while (todo.length) {
      const [path, object] = todo.pop();
      if (seen.has(object)) continue;
      seen.set(object, path);
      if (Object.isExtensible(object)) holes.push(`${path}: extensible`);
      // an accessor that may be shadowed is told of as the data property that it stands for
      const frozen = Object.isFrozen(object);
      for (const brandOf of SLOTS) {
        const name = brandOf(object);
        if (name) holes.push(`${path}: holds state (${name})`);
      }
      let keys;
      try {
        keys = Reflect.ownKeys(object);
      } catch {
        holes.push(`${path}: a host object is reachable`);
        continue;
      }
      for (const key of keys) {
        const at = `${path}.${String(key)}`,
          d = Object.getOwnPropertyDescriptor(object, key);
        properties++;
        if (d.writable && !frozen) holes.push(`${at}: writable`);
        if (d.configurable && !frozen) holes.push(`${at}: configurable`);
        if ("value" in d) note(at, d.value);
        else {
          note(`get ${at}`, d.get);
          note(`set ${at}`, d.set);
          if (d.get)
            try {
              note(`value ${at}`, call(d.get, object));
            } catch {
              /* a getter for instances only */
            }
        }
      }
      note(`proto(${path})`, Object.getPrototypeOf(object));
    }
    return { holes, values, objects: seen.size, properties };
  };
  return {
    print,
    holes: () => print().holes,
    stats: () => {
      const p = print();
      return `${p.objects} objects, ${p.properties} properties`;
    },
    differ: (a, b) =>
      [...new Set([...a.values.keys(), ...b.values.keys()])].filter(
        (k) => a.values.has(k) !== b.values.has(k) || !Object.is(a.values.get(k), b.values.get(k)),
      ),
  };
};
