// Of the beans that scripts import; written when they are compiled.

declare module "beans/it/faults" {
  export interface Node {
    readonly next: Node;
  }
  export function checked(): void;
  export function connection(): unknown;
  export function constrained(name: string | null, count: number): number;
  export function error(): void;
  export function itself(): Node;
  export function large(): readonly string[];
  /** As a lazy collection is after its transaction. */
  export function lazy(): readonly string[];
  export function recursion(): void;
  export function refused(): void;
  export function slow(millis: number): string;
  export function unchecked(): void;
  export function wordless(): void;
  const all: {
    readonly checked: typeof checked;
    readonly connection: typeof connection;
    readonly constrained: typeof constrained;
    readonly error: typeof error;
    readonly itself: typeof itself;
    readonly large: typeof large;
    readonly lazy: typeof lazy;
    readonly recursion: typeof recursion;
    readonly refused: typeof refused;
    readonly slow: typeof slow;
    readonly unchecked: typeof unchecked;
    readonly wordless: typeof wordless;
  };
  export default all;
}

declare module "beans/it/prices" {
  export interface Line {
    readonly name: string;
    readonly price: number;
    readonly count: number;
  }
  export function absent(): Promise<string>;
  export function after(name: string | null, millis: number): Promise<Line>;
  export function failing(): Promise<void>;
  export function never(): Promise<string>;
  export function ready(value?: string | null): Promise<string>;
  /** Completes what was never to complete; says how many. */
  export function release(value?: string | null): number;
  export function soon(): Promise<string>;
  export function unlike(): Promise<unknown>;
  const all: {
    readonly absent: typeof absent;
    readonly after: typeof after;
    readonly failing: typeof failing;
    readonly never: typeof never;
    readonly ready: typeof ready;
    readonly release: typeof release;
    readonly soon: typeof soon;
    readonly unlike: typeof unlike;
  };
  export default all;
}

declare module "beans/it/shop" {
  export interface Line {
    readonly name: string;
    readonly price: number;
    readonly count: number;
  }
  export function absent(): string;
  export function add(a: number, b: number): number;
  export function any(value?: unknown): unknown;
  export function backwards(bytes?: Uint8Array | null): Uint8Array;
  export function bounded(lines?: readonly Line[] | null): number;
  export function byName(lines?: readonly Line[] | null): Readonly<Record<string, Line>>;
  export function count(lines?: Readonly<Record<string, readonly Line[]>> | null): number;
  /** A word of ECMAScript's own. */
  function delete_(name?: string | null): string;
  export { delete_ as delete };
  export function distinct(names?: readonly string[] | null): readonly string[];
  export function earlier(time?: Date | null): Date;
  export function find(name?: string | null): Line | undefined;
  export function given(number?: number | null): string;
  export function greet(name?: string | null): string;
  export function half(value: number): number;
  export function kind(value?: unknown): string;
  export function later(time?: Date | null): Date;
  export function locale(locale?: string | null): string;
  /** Its own array, which scripts must not get hold of. */
  export function logo(): Uint8Array;
  export function narrow(value: number): number;
  export function next(day?: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY" | null): "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
  export function nothing(): void;
  export function number(there: boolean): number | undefined;
  export function pages(pages?: readonly Uint8Array[] | null): readonly Uint8Array[];
  export function reversed(lines?: readonly Line[] | null): readonly Line[];
  export function same(id?: string | null): string;
  export function times(): readonly Date[];
  export function tomorrow(day?: string | null): string;
  export function total(lines?: readonly Line[] | null): number;
  export function twice(value?: number | null): number;
  export function upper(letter: string): string;
  const all: {
    readonly absent: typeof absent;
    readonly add: typeof add;
    readonly any: typeof any;
    readonly backwards: typeof backwards;
    readonly bounded: typeof bounded;
    readonly byName: typeof byName;
    readonly count: typeof count;
    readonly delete: typeof delete_;
    readonly distinct: typeof distinct;
    readonly earlier: typeof earlier;
    readonly find: typeof find;
    readonly given: typeof given;
    readonly greet: typeof greet;
    readonly half: typeof half;
    readonly kind: typeof kind;
    readonly later: typeof later;
    readonly locale: typeof locale;
    readonly logo: typeof logo;
    readonly narrow: typeof narrow;
    readonly next: typeof next;
    readonly nothing: typeof nothing;
    readonly number: typeof number;
    readonly pages: typeof pages;
    readonly reversed: typeof reversed;
    readonly same: typeof same;
    readonly times: typeof times;
    readonly tomorrow: typeof tomorrow;
    readonly total: typeof total;
    readonly twice: typeof twice;
    readonly upper: typeof upper;
  };
  export default all;
}
