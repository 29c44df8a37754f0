// SPDX-License-Identifier: Apache-2.0
// What scripts give their console, and (after "//> ") what the log has of it.

// ---- specifiers
console.log("%s is %d years and %i months, %f %% of %j", "Ann", 42.5, "7.9", "1.5x", { a: [1] }, "and more", 3);
console.log("%c styled", "color: red");
console.log("%s %s", "one");
console.log("100%");
console.log("%x %", 1);
console.log("%d %i %f %s", Symbol("s"), {}, 5n, -0);
console.log("%o %O", Object.defineProperty({}, "a", { value: 1 }), { a: 1 });
//> INFO Ann is 42.5 years and 7 months, 1.5 % of {"a":[1]} and more 3
//> INFO  styled
//> INFO one %s
//> INFO 100%
//> INFO %x % 1
//> INFO NaN NaN 5n -0
//> INFO { [a]: 1 } { a: 1 }

// ---- levels
console.debug("d"); console.log("l"); console.info("i"); console.warn("w"); console.error("e");
//> FINE d
//> INFO l
//> INFO i
//> WARNING w
//> SEVERE e

// ---- values
class Cart { items = [1]; #hidden = 1; }
console.log("text", 1, -0, true, null, undefined, Symbol("s"), 5n);
console.log({ a: "t", "b-c": 'it\'s "x"', [Symbol("k")]: 1 }, [1, , , 4], [], {}, new Cart(), Object.create(null));
console.log(() => 1, function named() {}, class A {}, new Map([[{ a: 1 }, "b"]]), new Set([1]), new Date(0), new Date(NaN), /a\/b/gi);
console.log(new Uint8Array([1, 2]), new ArrayBuffer(8), new Number(1), new String("ab"), Promise.resolve(1), new WeakMap(), [1n]);
console.log({ get a() { throw new Error("never"); }, set b(x) {}, get c() { return 1; }, set c(x) {} });
console.log({ a: { b: { c: { d: { e: { f: 1 } } } } } });
//> INFO text 1 -0 true null undefined Symbol(s) 5n
//> INFO { a: "t", "b-c": "it's \"x\"", [Symbol(k)]: 1 } [ 1, <2 empty items>, 4 ] [] {} Cart { items: [ 1 ] } [Object: null prototype] {}
//> INFO [Function (anonymous)] [Function: named] [class A] Map(1) { { a: 1 } => "b" } Set(1) { 1 } 1970-01-01T00:00:00.000Z Invalid Date /a\/b/gi
//> INFO Uint8Array(2) [ 1, 2 ] ArrayBuffer(8) [Number: 1] [String: "ab"] Promise WeakMap [ 1n ]
//> INFO { a: [Getter], b: [Setter], c: [Getter/Setter] }
//> INFO { a: { b: { c: { d: { e: [Object] } } } } }

// ---- none of the script's code is run
const bad = () => { throw new Error("a trap"); };
const traps = new Proxy({}, { get: () => bad });
const cycle = { name: "c" }; cycle.self = cycle; cycle.list = [cycle];
const revoked = Proxy.revocable({}, {}); revoked.revoke();
const liar = { toString: bad, toJSON: bad, get [Symbol.toStringTag]() { return bad(); }, get constructor() { return bad(); } };
console.log(new Proxy({ a: 1 }, traps), new Proxy([1], traps), new Proxy(bad, traps), revoked.proxy, cycle, liar);
console.log("%s %d %o", [[1]], liar, new Proxy({ a: 1 }, traps));
console.log("%j", liar);
console.log(Object.setPrototypeOf({ a: 1 }, new Proxy({}, traps)));
console.log({ get a() { console.log("from a getter"); return 1; } });
const error = new Error("own"); Object.defineProperty(error, "stack", { get: bad }); Object.defineProperty(error, "name", { get: bad });
console.log(error);
//> INFO { a: 1 } [ 1 ] [Function: bad] [revoked Proxy] { name: "c", self: [Circular], list: [ [Circular] ] } { toString: [Function: bad], toJSON: [Function: bad], constructor: [Getter], [Symbol(Symbol.toStringTag)]: [Getter] }
//> INFO [ [Array] ] NaN { a: 1 }
//> INFO [not JSON]
//> INFO { a: 1 }
//> INFO { a: [Getter] }
//> INFO Error: own

// ---- errors with their stack
function fails() { throw new TypeError("no item"); }
try { fails(); } catch (error) { console.error("order", 7, error); }
//> SEVERE order 7 TypeError: no item
//>     at fails (it/script.mjs:1:26)
//>     at it/script.mjs:2:7

// ---- causes, several errors, own properties
const cause = new RangeError("deep");
console.error(new Error("outer", { cause }));
console.error(Object.assign(new Error("coded"), { code: "E1" }), { inner: new Error("within") });
console.error(new AggregateError([new Error("one"), "two"], "all"));
console.error(new Error("why", { cause: { status: 503 } }));
//> SEVERE Error: outer
//>     at it/script.mjs:2:15
//>     Caused by: RangeError: deep
//>     at it/script.mjs:1:15
//> SEVERE Error: coded { code: "E1" } { inner: [Error: within (it/script.mjs:3:75)] }
//>     at it/script.mjs:3:29
//> SEVERE AggregateError: all
//>     at it/script.mjs:4:15
//>     Error 1: Error: one
//>     at it/script.mjs:4:35
//>     Error 2: two
//> SEVERE Error: why
//>     at it/script.mjs:5:15
//>     Caused by: { status: 503 }

// ---- trace
function where() { console.trace("%s here", "I am"); }
where();
//> INFO Trace: I am here
//>     at where (it/script.mjs:1:28)
//>     at it/script.mjs:2:1

// ---- tables
console.table([{ id: 1, name: "Ann" }, { id: 22, name: "Bo\nb", get x() { return 1; } }]);
console.table({ a: [1, 2], b: 3 });
console.table([{ id: 1, name: "Ann" }], ["name"]);
console.table(new Map([["k", 1]]));
console.table("no table");
//> INFO table of 2 rows
//>     (index) | id | name    | x
//>     --------+----+---------+---------
//>     0       | 1  | "Ann"   |
//>     1       | 22 | "Bo\nb" | [Getter]
//> INFO table of 2 rows
//>     (index) | 0 | 1 | Values
//>     --------+---+---+-------
//>     a       | 1 | 2 |
//>     b       |   |   | 3
//> INFO table of 1 row
//>     (index) | name
//>     --------+------
//>     0       | "Ann"
//> INFO table of 1 row
//>     (index) | Key | Value
//>     --------+-----+------
//>     0       | "k" | 1
//> INFO no table

// ---- counters
console.count(); console.count("a"); console.count(); console.countReset(); console.count(); console.countReset("none");
//> INFO default: 1
//> INFO a: 1
//> INFO default: 2
//> INFO default: 1
//> WARNING There is no counter none

// ---- counters and groups end with the run
console.count(); console.count("a");
//> INFO default: 1
//> INFO a: 1

// ---- timers
console.time("t"); console.time("t"); console.timeLog("t", "so far %s", 1); console.timeEnd("t"); console.timeEnd("t"); console.timeEnd("other run");
console.time("other run");
//> WARNING There is a timer t already, or too many others
//> INFO t: N ms so far %s 1
//> INFO t: N ms
//> WARNING There is no timer t: call console.time first
//> WARNING There is no timer other run: call console.time first

// ---- timers end with the run
console.timeEnd("other run");
//> WARNING There is no timer other run: call console.time first

// ---- assertions
console.assert(true, "not shown");
console.assert(false);
console.assert(false, "%s is wrong", "it");
console.assert(0, { a: 1 });
//> SEVERE Assertion failed
//> SEVERE Assertion failed: it is wrong
//> SEVERE Assertion failed { a: 1 }

// ---- groups
console.group("outer"); console.log("in"); console.groupCollapsed("inner"); console.warn("deep"); console.table([1]);
console.groupEnd(); console.groupEnd(); console.groupEnd(); console.log("out"); console.group();
//> INFO outer
//> INFO   in
//> INFO   inner
//> WARNING     deep
//> INFO     table of 1 row
//>         (index) | Values
//>         --------+-------
//>         0       | 1
//> INFO out

// ---- groups are gone after the run
console.log("not indented");
//> INFO not indented

// ---- dir
console.dir({ a: { b: { c: 1 } }, s: "t" }, { depth: 0 });
console.dir("%s"); console.dir([1], { showHidden: true });
//> INFO { a: [Object], s: "t" }
//> INFO "%s"
//> INFO [ 1 ]

// ---- nothing of a value begins a line
const text = "a\n2026 forged\r\n\u2028\u2029\u0085\u001b[2J\u202e\u200f\ud83d\0é😀\t";
console.log(text, { [text]: text }, [text]);
console.error(new Error(text));
console.count(text);
//> INFO a\n2026 forged\r\n\u2028\u2029\u0085\u001b[2J\u202e\u200f\ud83d\u0000é😀	 { "a\n2026 forged\r\n\u2028\u2029\u0085\u001b[2J\u202e\u200f\ud83d\u0000é😀\t": "a\n2026 forged\r\n\u2028\u2029\u0085\u001b[2J\u202e\u200f\ud83d\u0000é😀\t" } [ "a\n2026 forged\r\n\u2028\u2029\u0085\u001b[2J\u202e\u200f\ud83d\u0000é😀\t" ]
//> SEVERE Error: a\n2026 forged\r\n\u2028\u2029\u0085\u001b[2J\u202e\u200f\ud83d\u0000é😀	
//>     at it/script.mjs:3:15
//> INFO a\n2026 forged\r\n\u2028\u2029\u0085\u001b[2J\u202e\u200f\ud83d\u0000é😀	: 1

// ---- functions work without their object
const { log, group } = console;
group("g"); ["a"].forEach(log);
//> INFO g
//> INFO   a 0 [ "a" ]
