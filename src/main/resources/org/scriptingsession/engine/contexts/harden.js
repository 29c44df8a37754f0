// SPDX-License-Identifier: Apache-2.0
// Makes one new realm unable to keep anything, so that it can serve one request after another. Runs once, before any script.
// `roots` are the objects that scripts import: frozen like all that is reachable from globalThis. constantOf(value) makes a
// function that returns the value. Returns reset(), which the host calls after a run that has called filled().
(function harden(roots, filled, constantOf) {
'use strict';
const { defineProperty, freeze, getOwnPropertyDescriptor: describe, getPrototypeOf: protoOf, isExtensible } = Object;
const { apply, ownKeys, defineProperty: tryDefine } = Reflect;
const isObject = x => typeof x === 'function' || (typeof x === 'object' && x !== null);
const WHY = 'frozen: requests share it';

// ---- 1. Globals: only what ECMAScript 2025 names, Intl, our console and crypto, and the two text coders. No SharedArrayBuffer: its
// memory is not in the heap that is watched.
const GLOBALS = new Set(('globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent '
  + 'encodeURI encodeURIComponent escape unescape AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean '
  + 'DataView Date Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Int8Array Int16Array '
  + 'Int32Array Iterator Map Number Object Promise Proxy RangeError ReferenceError RegExp Set String Symbol '
  + 'SyntaxError TypeError Uint8Array Uint8ClampedArray Uint16Array Uint32Array URIError WeakMap WeakRef WeakSet Atomics JSON '
  + 'Math Reflect Intl console crypto TextEncoder TextDecoder').split(' '));
for (const key of ownKeys(globalThis)) if (typeof key === 'string' && !GLOBALS.has(key)) delete globalThis[key];

// ---- 2. Built-ins with a memory of their own are replaced or removed.
// The engine keeps every Symbol.for name for the life of the process, across contexts. Ours forgets at reset();
// names registered before the first reset() (by the SDK's modules) are kept, because those modules are kept too.
let lasting = null, symbols = new Map(), names = new Map();
const reset = () => {
  if (lasting === null) lasting = [...symbols];
  else if (symbols.size !== lasting.length) {
    symbols = new Map(lasting);
    names = new Map();
    for (const [name, symbol] of lasting) names.set(symbol, name);
  }
};
const registry = {
  for(key) {
    const name = `${key}`;
    let symbol = symbols.get(name);
    if (symbol === undefined) {
      if (symbols.size === lasting?.length) filled();
      symbols.set(name, symbol = Symbol(name));
      names.set(symbol, name);
    }
    return symbol;
  },
  keyFor(sym) {
    if (typeof sym !== 'symbol') throw new TypeError('Symbol.keyFor: the argument is not a symbol');
    return names.get(sym);
  },
};
const hide = (object, key, value) => defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
hide(Symbol, 'for', registry.for);
hide(Symbol, 'keyFor', registry.keyFor);

// A cleanup callback runs at some later job, so in somebody else's request. The standard allows never to call it.
hide(globalThis, 'FinalizationRegistry', class FinalizationRegistry {
  #targets = new WeakSet();
  #tokens = new WeakSet();
  constructor(cleanupCallback) {
    if (typeof cleanupCallback !== 'function') throw new TypeError('FinalizationRegistry: cleanup must be callable');
  }
  register(target, heldValue, unregisterToken = undefined) {
    if (target === heldValue) throw new TypeError('FinalizationRegistry: target and holdings must not be same');
    this.#targets.add(target); // throws for what cannot be held weakly
    if (unregisterToken !== undefined) this.#tokens.add(unregisterToken);
  }
  unregister(unregisterToken) {
    if (!isObject(unregisterToken) && typeof unregisterToken !== 'symbol') throw new TypeError('FinalizationRegistry: invalid unregister token');
    return this.#tokens.delete(unregisterToken);
  }
});
defineProperty(FinalizationRegistry.prototype, Symbol.toStringTag, { value: 'FinalizationRegistry', configurable: true });
defineProperty(FinalizationRegistry.prototype.register, 'length', { value: 2 });
delete Atomics.waitAsync; // its time-out would run the code of one request in the middle of another
delete RegExp.prototype.compile; // rewrites a RegExp in place, even a frozen one
for (const key of ['captureStackTrace', 'prepareStackTrace', 'stackTraceLimit']) delete Error[key]; // off by option already

// ---- 3. What an ordinary assignment may still shadow.
// A frozen data property also forbids `instance.key = value` ("override mistake"). Prototypes and subclassable
// constructors therefore get an accessor pair that reads as the value and defines the key on the receiver.
const seen = new Set();
const refusals = new WeakMap(); // what was refused to whom: Reflect.set answers false and does not throw
const refuse = (self, key) => {
  const why = seen.has(self) ? WHY : isObject(self) ? 'the object does not allow it' : `it is a ${typeof self}`;
  const refusal = new TypeError(`Cannot assign to property '${String(key)}' (${why})`);
  refusals.set(refusal, self);
  throw refusal;
};
const setters = new Map(); // by key: the setter needs nothing else
const setterOf = key => {
  let setter = setters.get(key);
  if (setter === undefined) {
    setter = { set(value) {
      if (!isObject(this)) refuse(this, key);
      const own = describe(this, key);
      if (own === undefined ? !tryDefine(this, key, { value, writable: true, enumerable: true, configurable: true })
        : !(own.writable && tryDefine(this, key, { value }))) refuse(this, key);
    } }.set;
    setters.set(key, freeze(setter));
  }
  return setter;
};
const values = new WeakMap(); // by getter: what scripts are told of the pair is the data property that it stands for
const shadowable = (object, key, value, enumerable) => {
  const get = freeze(constantOf(value));
  values.set(get, value);
  defineProperty(object, key, { get, set: setterOf(key), enumerable, configurable: false });
};
const asData = property => {
  const { get, enumerable } = property ?? {};
  return get !== undefined && values.has(get) ? { value: values.get(get), writable: true, enumerable, configurable: true } : property;
};
const replace = (object, key, own) => {
  const native = object[key];
  for (const name of ['length', 'name']) defineProperty(own, name, describe(native, name));
  hide(object, key, own);
};
for (const object of [Object, Reflect]) {
  const native = object.getOwnPropertyDescriptor;
  replace(object, 'getOwnPropertyDescriptor', { getOwnPropertyDescriptor: (target, key) => asData(native(target, key)) }.getOwnPropertyDescriptor);
}
const describeAll = Object.getOwnPropertyDescriptors;
replace(Object, 'getOwnPropertyDescriptors', { getOwnPropertyDescriptors(target) {
  const all = describeAll(target);
  for (const key of ownKeys(all)) all[key] = asData(all[key]);
  return all;
} }.getOwnPropertyDescriptors);
const lookUpGetter = Object.prototype.__lookupGetter__;
for (const name of ['__lookupGetter__', '__lookupSetter__']) {
  const native = Object.prototype[name];
  replace(Object.prototype, name, { [name](key) {
    const property = typeof key === 'symbol' ? key : `${key}`;
    return values.has(apply(lookUpGetter, this, [property])) ? undefined : apply(native, this, [property]);
  } }[name]);
}
const set = Reflect.set;
replace(Reflect, 'set', { set(target, key, value, ...receiver) {
  try {
    return set(target, key, value, ...receiver);
  } catch (e) {
    if (isObject(e) && refusals.has(e) && refusals.get(e) === (receiver.length > 0 ? receiver[0] : target)) return false;
    throw e;
  }
} }.set);

// Hot, and shadowed by next to nobody: JSON, Math, Reflect, these statics of Object, the methods of primitives. An accessor would make
// each call a third slower.
const PLAIN = new Set([globalThis, JSON, Math, Reflect]);
const HOT = new Set(['assign', 'entries', 'freeze', 'fromEntries', 'hasOwn', 'is', 'keys', 'values']);
const PRIMITIVE = new Set([String.prototype, Number.prototype, Boolean.prototype, BigInt.prototype, Symbol.prototype]);
const BASIC = new Set(['constructor', 'toString', 'valueOf']);
const mayShadow = (object, key) => PRIMITIVE.has(object) ? BASIC.has(key) : object === Object ? !HOT.has(key) : !PLAIN.has(object);

// ---- 4. Freeze everything reachable from globalThis, by syntax, and through what scripts import.
const argumentsOf = function () { return arguments; };
const iterator = x => x[Symbol.iterator]();
const segments = new Intl.Segmenter('en').segment('');
const BY_SYNTAX = [argumentsOf(), () => {}, function* () {}, async () => {}, async function* () {}, iterator([]), iterator(''), iterator(new Map()),
  iterator(new Set()), ''.matchAll(/a/g), Iterator.from({ next() {} }), iterator([]).take(0), segments, iterator(segments)];
const pending = [globalThis];
const meet = x => { if (isObject(x) && !seen.has(x)) { seen.add(x); pending.push(x); } };
seen.add(globalThis);
for (const x of BY_SYNTAX) meet(protoOf(x));
meet(describe(BY_SYNTAX[0], 'callee').get); // %ThrowTypeError%
for (const root of roots) meet(root);

const settle = (object, key) => {
  const { get, set, value, writable, enumerable, configurable } = describe(object, key);
  meet(get); meet(set); meet(value);
  if (writable && configurable && mayShadow(object, key)) shadowable(object, key, value, enumerable);
};
while (pending.length > 0) {
  const object = pending.pop();
  const keys = ownKeys(object);
  if (typeof object !== 'function' || keys.length > 2) { // a function with `length` and `name` only leads nowhere
    for (const key of keys) settle(object, key);
    meet(protoOf(object));
  }
  freeze(object);
}
return freeze(reset);
})
