// SPDX-License-Identifier: Apache-2.0
// Runs between boot.js and harden.js: bounds the built-in functions whose cost or whose memory a script's argument decides.
// What syntax does without a call cannot be bounded here: see src/site/hardening.md.
// `host` has the host's functions.
(function bound(host) {
'use strict';
const { defineProperty, getOwnPropertyDescriptor: describe } = Object;
const { apply, construct } = Reflect;
const { intl, platform } = host;
const isObject = x => typeof x === 'function' || (typeof x === 'object' && x !== null);

/** Puts `own` in the place of a built-in function, under its name, length and attributes; returns the built-in one. */
const replace = (object, key, own) => {
  const property = describe(object, key);
  for (const name of ['length', 'name']) defineProperty(own, name, { ...describe(property.value, name) });
  defineProperty(object, key, { ...property, value: own });
  return property.value;
};

/** The same for a constructor: the prototype and what else the built-in one has become the new one's. */
const replaceConstructor = (object, key, own) => {
  const native = replace(object, key, own);
  for (const name of Reflect.ownKeys(native)) defineProperty(own, name, describe(native, name));
  defineProperty(native.prototype, 'constructor', { ...describe(native.prototype, 'constructor'), value: own });
  return native;
};

// ---- 1. BigInt and text. The conversion takes quadratic time and has no safepoint, so a deadline cannot end it.
// These bounds keep one call at some 100 ms.
const MOST_BITS = 131_072, MOST_DIGITS = 40_000, MOST_LOCAL_BITS = 32_768, MOST_LOCAL_DIGITS = 10_000;
const LARGEST = 1n << BigInt(MOST_BITS), LARGEST_LOCAL = 1n << BigInt(MOST_LOCAL_BITS);
const tooLarge = what => { throw new RangeError(`BigInt: ${what} at most`); };
const checkBits = (x, largest, bits) => {
  if (typeof x === 'bigint' && (x > largest || x < -largest)) tooLarge(`its text can be had of one of ${bits} bits`);
};
const checkDigits = text => {
  if (typeof text === 'string' && text.length > MOST_DIGITS) tooLarge(`one is made of text of ${MOST_DIGITS} characters`);
  return text;
};

/** ToPrimitive (ECMA-262, 7.1.1) with the hint number: an object may answer differently when it is asked a second time. */
const toPrimitive = value => {
  if (!isObject(value)) return value;
  const exotic = value[Symbol.toPrimitive];
  if (exotic !== undefined && exotic !== null) {
    const result = apply(exotic, value, ['number']);
    if (!isObject(result)) return result;
  } else {
    for (const name of ['valueOf', 'toString']) {
      const method = value[name];
      if (typeof method === 'function') {
        const result = apply(method, value, []);
        if (!isObject(result)) return result;
      }
    }
  }
  throw new TypeError('Cannot convert object to primitive value');
};

const nativeBigInt = replaceConstructor(globalThis, 'BigInt', function BigInt(value) {
  if (new.target !== undefined) throw new TypeError('BigInt is not a constructor');
  return nativeBigInt(typeof value === 'number' ? value : checkDigits(toPrimitive(value)));
});
for (const name of ['asIntN', 'asUintN']) {
  const native = replace(BigInt, name, { [name](bits, bigint) {
    const index = toPrimitive(bits);
    return apply(native, this, [index, checkDigits(toPrimitive(bigint))]);
  } }[name]);
}
const bigintOf = BigInt.prototype.valueOf;
const bigintText = replace(BigInt.prototype, 'toString', { toString(radix) {
  checkBits(apply(bigintOf, this, []), LARGEST, MOST_BITS);
  return apply(bigintText, this, [radix]);
} }.toString);

// ---- 2. Numbers of 16 bits, where the JDK has no conversion of them: absent, as they were before ECMAScript 2025.
if (!platform.hasFloat16()) {
  delete globalThis.Float16Array;
  delete Math.f16round;
  for (const name of ['getFloat16', 'setFloat16']) delete DataView.prototype[name];
}

// ---- 3. Locales. ICU keeps what it has made for a locale under the locale's name, and the names for good. The engine looks
// for the next locale there is, with the extension -u- as it was asked for. This does the same before the engine is asked,
// and so the engine sees locales there are, with values there are. Combinations of these are still too many: the host counts
// them (admits) for the whole server.
const LONGEST_TAG = 100;
const TAG = new RegExp('^(?:[a-z]{2,3}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*'
  + '(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?$', 'i');
const available = new Map(intl.locales().split(' ').map(tag => [tag.toLowerCase(), tag]));
const canonicalLocales = Intl.getCanonicalLocales;
const TYPE = /^[a-z0-9]{3,8}(?:-[a-z0-9]{3,8})*$/i;

const VALUES = {
  ca: new Set([...Intl.supportedValuesOf('calendar'), 'islamicc', 'ethiopic-amete-alem', 'gregorian']),
  nu: new Set(Intl.supportedValuesOf('numberingSystem')),
  co: new Set(Intl.supportedValuesOf('collation')),
  hc: new Set(['h11', 'h12', 'h23', 'h24']),
  kn: new Set(['', 'true', 'false', 'yes', 'no']),
  kf: new Set(['upper', 'lower', 'false', 'no']),
};
const OPTION = { ca: 'calendar', nu: 'numberingSystem', co: 'collation', hc: 'hourCycle' };

/** What each constructor heeds of the extension -u-. */
const HEEDED = {
  Collator: ['co', 'kn', 'kf'], DateTimeFormat: ['ca', 'nu', 'hc'], DisplayNames: [], DurationFormat: ['nu'], ListFormat: [],
  NumberFormat: ['nu'], PluralRules: ['nu'], RelativeTimeFormat: ['nu'], Segmenter: [],
};

const admit = (kind, key) => {
  if (!intl.admits(kind, key)) {
    throw new RangeError(`Intl: no new combination of locale and options is taken, this server has met too many: ${key}`);
  }
};

const wellFormed = tag => {
  if (available.has(tag)) return tag;
  if (tag.length > LONGEST_TAG || !TAG.test(tag)) throw new RangeError(`Invalid language tag: ${tag.slice(0, LONGEST_TAG)}`);
  const seen = new Set(), subtags = tag.toLowerCase().split('-');
  let extension = false;
  for (let i = 1; i < subtags.length && subtags[i] !== 'x'; i++) {
    const singleton = subtags[i].length === 1;
    extension ||= singleton;
    // variants and singletons may come once (ECMA-402, 6.2.1)
    if (singleton || !extension && (subtags[i].length > 4 || /^[0-9].{3}$/.test(subtags[i]))) {
      if (seen.has(subtags[i])) throw new RangeError(`Invalid language tag: ${tag}`);
      seen.add(subtags[i]);
    }
  }
  return tag;
};

const localeText = Intl.Locale.prototype.toString;
const textOf = value => {
  if (typeof value === 'string') return wellFormed(value);
  if (!isObject(value)) throw new TypeError('Intl: a locale is a string or an object');
  let text;
  try {
    return apply(localeText, value, []);
  } catch {
    text = `${value}`;
  }
  return wellFormed(text);
};
const isLocale = value => {
  try {
    apply(localeText, value, []);
    return true;
  } catch {
    return false;
  }
};

/** CanonicalizeLocaleList (ECMA-402, 9.2.1), but for the canonical form. */
const listOf = locales => {
  if (locales === undefined) return [];
  if (typeof locales === 'string' || isObject(locales) && isLocale(locales)) return [textOf(locales)];
  if (locales === null) throw new TypeError('Intl: null is no list of locales');
  const object = Object(locales), length = Math.min(Math.max(Math.trunc(Number(object.length)) || 0, 0), Number.MAX_SAFE_INTEGER);
  const tags = [];
  for (let i = 0; i < length; i++) {
    if (i in object) {
      const tag = textOf(object[i]);
      if (!tags.includes(tag)) tags[tags.length] = tag;
    }
  }
  return tags;
};

/** The locale there is for a tag without extensions: BestAvailableLocale (ECMA-402, 9.2.2). */
const availableOf = base => {
  let name = base.toLowerCase();
  if (!available.has(name) && intl.admits('tag', base)) name = canonicalLocales(base)[0].toLowerCase();
  while (!available.has(name)) {
    const cut = name.lastIndexOf('-');
    if (cut < 0) return undefined;
    name = name.slice(0, cut);
  }
  return available.get(name);
};

/** The keywords of -u- that a constructor heeds and that have a value there is, as text such as -ca-buddhist. */
const keywordsOf = (extension, heeded) => {
  let kept = '', key = '', value = [];
  const keep = () => {
    const text = value.join('-');
    if (heeded.includes(key) && !kept.includes(`-${key}`) && VALUES[key].has(text)) kept += `-${key}${text === '' ? '' : '-' + text}`;
  };
  for (const subtag of extension.toLowerCase().split('-')) {
    if (subtag.length === 2) {
      keep();
      key = subtag;
      value = [];
    } else value[value.length] = subtag;
  }
  keep();
  return kept;
};

const localeFor = (tags, heeded) => {
  for (const tag of tags) {
    if (available.has(tag)) return tag;
    const end = tag.search(/-[a-z0-9]-/i);
    const found = availableOf(end < 0 ? tag : tag.slice(0, end));
    if (found !== undefined) {
      const unicode = end < 0 ? null : /^(?:-[0-9a-tv-wy-z](?:-[a-z0-9]{2,8})+)*-u((?:-[a-z0-9]{2,8})+)/i.exec(tag.slice(end));
      const kept = unicode === null ? '' : keywordsOf(unicode[1].slice(1), heeded);
      return kept === '' ? found : `${found}-u${kept}`;
    }
  }
  return '';
};

const pin = (object, key, value) => defineProperty(object, key, { __proto__: null, value });

/** Options with the ones read that the engine keeps something for: a getter cannot give it another value later. */
const optionsFor = (options, heeded) => {
  if (!isObject(options)) return { options, key: '' };
  const read = { __proto__: options };
  let key = '';
  for (const keyword of heeded) {
    const name = OPTION[keyword];
    if (name === undefined) continue;
    let value = options[name];
    if (value !== undefined) {
      value = `${value}`;
      // the engine refuses what is not well-formed, and ignores what is not there
      if (TYPE.test(value) && keyword !== 'hc') {
        value = value.toLowerCase();
        if (!VALUES[keyword].has(value)) value = undefined;
      }
      if (value !== undefined && VALUES[keyword].has(value)) key += ` ${value}`;
    }
    pin(read, name, value);
  }
  return { options: read, key };
};

const EMPTY = [];
const bounded = (kind, locales, options) => {
  if (locales === undefined && options === undefined) return EMPTY;
  const heeded = HEEDED[kind], locale = localeFor(listOf(locales), heeded), { options: read, key } = optionsFor(options, heeded);
  if (key !== '' || locale.includes('-u-')) admit('combination', `${kind} ${locale}${key}`);
  return [locale === '' ? undefined : locale, read];
};

for (const kind of Object.keys(HEEDED)) {
  if (typeof Intl[kind] !== 'function') continue;
  const callable = kind === 'Collator' || kind === 'DateTimeFormat' || kind === 'NumberFormat';
  const native = replaceConstructor(Intl, kind, { [kind]: function (locales, options) {
    if (new.target === undefined && !callable) throw new TypeError(`Constructor Intl.${kind} requires "new"`);
    const args = bounded(kind, locales, options);
    if (new.target !== undefined) return construct(native, args, new.target);
    return apply(native, this, args);
  } }[kind]);
  const supported = replace(Intl[kind], 'supportedLocalesOf', { supportedLocalesOf(locales, options) {
    return apply(supported, native, [listOf(locales).map(admitted), options]);
  } }.supportedLocalesOf);
}

/** A tag that the engine must see as it is. */
const admitted = tag => {
  if (!available.has(tag.toLowerCase())) admit('tag', tag);
  return tag;
};
replace(Intl, 'getCanonicalLocales', { getCanonicalLocales(locales) { return canonicalLocales(listOf(locales).map(admitted)); } }.getCanonicalLocales);

const LOCALE_OPTIONS = ['language', 'script', 'region', 'variants', 'calendar', 'collation', 'firstDayOfWeek', 'hourCycle', 'caseFirst',
  'numberingSystem'];
const nativeLocale = replaceConstructor(Intl, 'Locale', function Locale(tag, options) {
  if (new.target === undefined) throw new TypeError('Constructor Intl.Locale requires "new"');
  const text = textOf(tag);
  if (!isObject(options)) return construct(nativeLocale, [admitted(text), options], new.target);
  const read = { __proto__: options };
  let key = text;
  for (const name of LOCALE_OPTIONS) {
    const value = options[name], text = value === undefined ? undefined : `${value}`;
    pin(read, name, text);
    if (text !== undefined) key += ` ${text}`;
  }
  if (key.length > 2 * LONGEST_TAG) throw new RangeError('Intl.Locale: the options are too long');
  if (key !== text) admit('tag', key);
  return construct(nativeLocale, [admitted(text), read], new.target);
});

// codes of two or three characters are few
const displayName = replace(Intl.DisplayNames.prototype, 'of', { of(code) {
  const text = `${code}`;
  if (text.length > LONGEST_TAG) throw new RangeError('Intl.DisplayNames: the code is too long');
  if (text.length > 3) admitted(text);
  return apply(displayName, this, [text]);
} }.of);

const LOCAL = [
  [Number.prototype, 'toLocaleString', 'NumberFormat'], [BigInt.prototype, 'toLocaleString', 'NumberFormat'],
  [Date.prototype, 'toLocaleString', 'DateTimeFormat'], [Date.prototype, 'toLocaleDateString', 'DateTimeFormat'],
  [Date.prototype, 'toLocaleTimeString', 'DateTimeFormat'],
];
for (const [prototype, name, kind] of LOCAL) {
  const native = replace(prototype, name, { [name](locales, options) {
    if (prototype === BigInt.prototype) checkBits(apply(bigintOf, this, []), LARGEST_LOCAL, MOST_LOCAL_BITS);
    return apply(native, this, bounded(kind, locales, options));
  } }[name]);
}
for (const name of ['toLocaleLowerCase', 'toLocaleUpperCase']) {
  const native = replace(String.prototype, name, { [name](locales) {
    return apply(native, this, locales === undefined ? EMPTY : bounded('Segmenter', locales));
  } }[name]);
}
const compare = replace(String.prototype, 'localeCompare', { localeCompare(that, locales, options) {
  return apply(compare, this, [that, ...bounded('Collator', locales, options)]);
} }.localeCompare);


// A format writes all digits of a bigint, and reads those of text.
const numberOf = value => {
  const number = toPrimitive(value);
  checkBits(number, LARGEST_LOCAL, MOST_LOCAL_BITS);
  if (typeof number === 'string' && number.length > MOST_LOCAL_DIGITS) tooLarge(`a format takes text of ${MOST_LOCAL_DIGITS} characters`);
  return number;
};
const formats = new WeakMap(); // by the engine's own, since one format has one function
const { get: formatOf } = describe(Intl.NumberFormat.prototype, 'format');
const format = { get format() {
  const native = apply(formatOf, this, []);
  let own = formats.get(native);
  if (own === undefined) formats.set(native, own = defineProperty(value => native(numberOf(value)), 'name', { value: '' }));
  return own;
} };
defineProperty(Intl.NumberFormat.prototype, 'format',
  { ...describe(Intl.NumberFormat.prototype, 'format'), get: describe(format, 'format').get });
for (const name of ['formatToParts', 'formatRange', 'formatRangeToParts']) {
  const native = replace(Intl.NumberFormat.prototype, name, { [name](...values) {
    return apply(native, this, values.map(numberOf));
  } }[name]);
}
})
