// SPDX-License-Identifier: Apache-2.0
// Types of the modules that scripts import. Units, null and absent behaviour and errors are those of the product's README.

declare module "sdk/http" {
  /**
   * The application's own attributes by name, so that `session.get("cart")` is typed. Extend it:
   *
   * ```ts
   * import "sdk/http";
   * declare module "sdk/http" {
   *   interface SessionAttributes { cart: { items: string[] } }
   * }
   * ```
   */
  export interface SessionAttributes {}

  /** What a value read from the session is: frozen to the last. */
  export type Frozen<T> = T extends string | number | boolean | Date | null | undefined
    ? T
    : T extends object
      ? { readonly [K in keyof T]: Frozen<T[K]> }
      : T;

  /** `never` where a value holds what no session stores: functions, symbols, bigints and undefined. */
  export type Storable<T> = T extends string | number | boolean | Date | null
    ? T
    : T extends bigint | symbol | undefined | ((...args: never[]) => unknown)
      ? never
      : T extends object
        ? { [K in keyof T]: Storable<T[K]> }
        : T;

  type Declared = keyof SessionAttributes & string;
  type Undeclared<N extends string> = N extends Declared ? never : N;
  type Removal = null | undefined;

  /** The `code` of an error that a function throws. */
  export type ErrorCode =
    | "NO_HTTP_CALL"
    | "SESSION_INVALIDATED"
    | "RESPONSE_COMMITTED"
    | "RESPONSE_CLOSED"
    | "CONNECTION_LOST"
    | "INVALID_NAME"
    | "INVALID_VALUE"
    | "INVALID_INTERVAL"
    | "LIMIT_EXCEEDED"
    | "LOCK_TIMEOUT"
    | "BEAN_FAILED"
    | "TOO_MUCH_RECURSION"
    | "LOGIN_FAILED"
    | "FORBIDDEN"
    | "SEALED_VALUE"
    | "INTERNAL";

  /** The container's HTTP session of the current call, the same that servlets, Faces pages and CDI beans use. */
  export interface Session {
    /** Whether this is an HTTP call whose session is not dead. Creates no session, never throws. */
    isValid(): boolean;
    /** The attribute as text; arrays and objects as JSON. Null when absent. Creates no session. */
    getAttribute(name: string): string | null;
    /** The names of the application's attributes; `[]` without a session. */
    getAttributeNames(): string[];
    /** When the session was created. */
    getCreationTime(): Date;
    /** The container's id of the session, which the client gets unless the call changes it later. */
    getId(): string;
    /** When the client sent the request before this one. */
    getLastAccessedTime(): Date;
    /** How long the session may stay unused, in seconds. */
    getMaxInactiveInterval(): number;
    /** Ends the session; does nothing when there is none. Never throws. */
    invalidate(): void;
    /** Whether the session was created during this HTTP call. */
    isNew(): boolean;
    /** Stores a value and returns what `getAttribute` now returns; null or undefined removes and returns null. */
    setAttribute<T>(name: string, value: (T & Storable<T>) | Removal): string | null;
    /** Removes an attribute and returns it as text; null when absent. Creates no session. */
    removeAttribute(name: string): string | null;
    /** How long this session alone may stay unused, in whole seconds above 0. */
    setMaxInactiveInterval(interval: number): void;

    /** The value as it was stored, type for type, in a fresh frozen copy; undefined when absent. Creates no session. */
    get<N extends Declared>(name: N): Frozen<SessionAttributes[N]> | undefined;
    get<N extends string>(name: Undeclared<N>): any;
    /** Stores a value: strings, finite numbers, booleans, valid dates, null, arrays and plain objects. Null removes. */
    set<N extends Declared>(name: N, value: SessionAttributes[N] | Frozen<SessionAttributes[N]> | Removal): this;
    set<N extends string, T>(name: Undeclared<N>, value: (T & Storable<T>) | Removal): this;
    /** Whether there is such an attribute. Creates no session. */
    has(name: string): boolean;
    /** Removes an attribute; returns whether there was one. Creates no session. */
    delete(name: string): boolean;
    /**
     * Stores what `fn` makes of the value, and returns it; of concurrent updates none is lost. `fn` gets undefined when the
     * attribute is absent, returns null to remove it, and may not be async: keep it short, the session is locked meanwhile.
     */
    update<N extends Declared>(
      name: N,
      fn: (
        current: Frozen<SessionAttributes[N]> | undefined,
      ) => SessionAttributes[N] | Frozen<SessionAttributes[N]> | null,
    ): Frozen<SessionAttributes[N]> | null;
    update<N extends string, T>(name: Undeclared<N>, fn: (current: any) => T & Storable<T>): Frozen<T>;
    /** A new id for the session, which keeps its attributes; against session fixation. Returns the new id. */
    changeId(): string;
  }

  /**
   * A cookie. The value is ASCII without blanks, commas, semicolons, backslashes and quotes inside: encode another one. Attributes
   * by their names in HTTP: `Path`, `Max-Age` (whole seconds), `Expires` (a Date), ... Null, undefined and false leave one out, true
   * writes its name alone.
   */
  export interface Cookie {
    name: string;
    value: string;
    attributes?: { [name: string]: string | number | boolean | Date | null | undefined } | null;
  }

  /** One part of a body in `multipart/form-data`. */
  export interface Part {
    /** The name of the form's field. */
    readonly name: string;
    /** As the client sent it, without folders; null for a field that is no file. */
    readonly fileName: string | null;
    readonly contentType: string | null;
    /** In bytes. */
    readonly size: number;
    /** By name in lower case. */
    readonly headers: { readonly [name: string]: string };
    /** In the part's own charset, UTF-8 when it names none. */
    getText(): string;
    getBytes(): Uint8Array;
  }

  /** The HTTP request of the current call. Lists are arrays, maps plain objects, absent is null. */
  export interface Request {
    /** Whether this is an HTTP call. Never throws. */
    isValid(): boolean;
    getMethod(): string;
    /** The path as the client sent it, without the query. */
    getRequestURI(): string;
    getRequestURL(): string;
    getContextPath(): string;
    /** What follows the script's own path: `items/3` for `/js/cart.mjs/items/3`. */
    getResourcePath(): string;
    /** The container's servlet path, under which all scripts are. */
    getServicePath(): string;
    getQueryString(): string | null;
    /** The query alone, decoded: true for a name without `=`, an array for one that comes more than once. */
    getQueryParametersMap(): { [name: string]: string | true | (string | true)[] };
    getParameter(name: string): string | null;
    getParameters(): { [name: string]: string[] };
    getParameterNames(): string[];
    getParameterValues(name: string): string[] | null;
    getHeader(name: string): string | null;
    getHeaders(name: string): string[];
    getHeaderNames(): string[];
    getContentType(): string | null;
    getCharacterEncoding(): string | null;
    /** In bytes; -1 when not announced. */
    getContentLength(): number;
    /** The body, without Content-Encoding and byte order mark. */
    getText(): string;
    /** The body as JSON; one that is none is an error. */
    json(): any;
    /** Another name of `json`. By the names of Eclipse Dirigible both give undefined for a body that is no JSON. */
    getJSON(): any;
    getBytes(): Uint8Array;
    /** The parts of a body in `multipart/form-data`, in their order; those that are no files are parameters, too. */
    getParts(): readonly Part[];
    /** What the client sent, in its order; several may have one name. The attributes are empty. */
    getCookies(): { name: string; value: string; attributes: { [name: string]: string } }[];
    /** A number that JavaScript cannot hold, and any other object, as text. */
    getAttribute(name: string): string | number | boolean | null;
    setAttribute<T>(name: string, value: (T & Storable<T>) | Removal): void;
    removeAttribute(name: string): void;
    getAttributeNames(): string[];
    getRemoteUser(): string | null;
    isUserInRole(role: string): boolean;
    getAuthType(): string | null;
    /** Logs a user in by name and password; the session gets another id. */
    login(user: string, password: string): void;
    /** Logs the user out; the session goes on under another id. */
    logout(): void;
    getRemoteAddress(): string;
    getRemoteHost(): string;
    getRemotePort(): number;
    getLocalAddress(): string;
    getLocalName(): string;
    getLocalPort(): number;
    getScheme(): string;
    getServerName(): string;
    getServerPort(): number;
    getProtocol(): string;
    isSecure(): boolean;
    /** A language tag (BCP 47). */
    getLocale(): string;
    getPathInfo(): string | null;
    getPathTranslated(): string | null;
  }

  /** The HTTP response of the current call. Text is UTF-8; output past the buffer is sent. */
  export interface Response {
    readonly CONTINUE: 100;
    readonly SWITCHING_PROTOCOLS: 101;
    readonly OK: 200;
    readonly CREATED: 201;
    readonly ACCEPTED: 202;
    readonly NON_AUTHORITATIVE_INFORMATION: 203;
    readonly NO_CONTENT: 204;
    readonly RESET_CONTENT: 205;
    readonly PARTIAL_CONTENT: 206;
    readonly MULTIPLE_CHOICES: 300;
    readonly MOVED_PERMANENTLY: 301;
    readonly MOVED_TEMPORARILY: 302;
    readonly FOUND: 302;
    readonly SEE_OTHER: 303;
    readonly NOT_MODIFIED: 304;
    readonly USE_PROXY: 305;
    readonly TEMPORARY_REDIRECT: 307;
    readonly PERMANENT_REDIRECT: 308;
    readonly BAD_REQUEST: 400;
    readonly UNAUTHORIZED: 401;
    readonly PAYMENT_REQUIRED: 402;
    readonly FORBIDDEN: 403;
    readonly NOT_FOUND: 404;
    readonly METHOD_NOT_ALLOWED: 405;
    readonly NOT_ACCEPTABLE: 406;
    readonly PROXY_AUTHENTICATION_REQUIRED: 407;
    readonly REQUEST_TIMEOUT: 408;
    readonly CONFLICT: 409;
    readonly GONE: 410;
    readonly LENGTH_REQUIRED: 411;
    readonly PRECONDITION_FAILED: 412;
    readonly REQUEST_ENTITY_TOO_LARGE: 413;
    readonly REQUEST_URI_TOO_LONG: 414;
    readonly UNSUPPORTED_MEDIA_TYPE: 415;
    readonly REQUESTED_RANGE_NOT_SATISFIABLE: 416;
    readonly EXPECTATION_FAILED: 417;
    readonly UNPROCESSABLE_CONTENT: 422;
    readonly TOO_MANY_REQUESTS: 429;
    readonly INTERNAL_SERVER_ERROR: 500;
    readonly NOT_IMPLEMENTED: 501;
    readonly BAD_GATEWAY: 502;
    readonly SERVICE_UNAVAILABLE: 503;
    readonly GATEWAY_TIMEOUT: 504;
    readonly HTTP_VERSION_NOT_SUPPORTED: 505;
    /** Reason phrases by status code (RFC 9110), and `getReason(code)`, null for a code that has none. */
    readonly HttpCodesReasons: {
      readonly [code: number]: string;
      getReason(code: number): string | null;
    };

    isValid(): boolean;
    isCommitted(): boolean;
    /** Writes the text and a line feed; undefined is empty. */
    println(text?: unknown): void;
    print(text?: unknown): void;
    write(bytes: ArrayBufferView | ArrayBuffer | readonly number[]): void;
    /** Writes the value as JSON, as `application/json` unless a content type was set, by whatever function. */
    json(value: unknown): void;
    /**
     * Sends what was written. The first time it is sent with the end of the response, if that follows, else before anything else
     * is done for the script, and as a rule within 100 ms.
     */
    flush(): void;
    /** Ends the response: nothing can be written any more. The client sees its end when the script has ended. */
    close(): void;
    /** 200 to 599. */
    setStatus(code: number): void;
    setHeader(name: string, value: unknown): void;
    addHeader(name: string, value: unknown): void;
    containsHeader(name: string): boolean;
    getHeader(name: string): string | null;
    getHeaders(name: string): string[];
    getHeaderNames(): string[];
    /** A media type with its parameters; a charset that was set stays unless another is named. */
    setContentType(type: string): void;
    getContentType(): string;
    /** The encoding of all text; another one after text was printed is an error. */
    setCharacterEncoding(encoding: string): void;
    getCharacterEncoding(): string;
    /** In bytes. A body of another length is an error, at the write that exceeds it or at the end. */
    setContentLength(length: number): void;
    /** A language tag (BCP 47), or its parts. */
    setLocale(language: string, country?: string | null, variant?: string | null): void;
    /** The language tag that was set; null when none was. */
    getLocale(): string | null;
    addCookie(cookie: Cookie): void;
    /** Answers 302 to the location as given, and closes the response. */
    sendRedirect(location: string): void;
    /** Answers the container's error page, 400 to 599, with 1,000 characters of the message, and closes the response. */
    sendError(code: number, message?: string | null): void;
    encodeURL(url: string): string;
    encodeRedirectURL(url: string): string;
    /** Drops buffer, status, headers and cookies. */
    reset(): void;
  }

  export const session: Session;
  export const request: Request;
  export const response: Response;
  /** Other names of the same objects. */
  export const Session: Session;
  export const Request: Request;
  export const Response: Response;
}

declare module "sdk/http/session" {
  export { session, Session } from "sdk/http";
  export { session as default } from "sdk/http";
}

declare module "sdk/http/request" {
  export { request, Request } from "sdk/http";
  export { request as default } from "sdk/http";
}

declare module "sdk/http/response" {
  export { response, Response } from "sdk/http";
  export { response as default } from "sdk/http";
}

declare module "sdk/http/sessions" {
  /** A session of a user; `session` is a salted hash of its id. */
  export interface UserSession {
    readonly session: string;
    readonly created: Date;
    readonly lastAccessed: Date;
  }

  /** The sessions of users, in a cluster on all nodes, for those in the role that `scripting.sessions.admin-role` names. */
  export interface Sessions {
    /** Those of a user, the oldest first. */
    list(user: string): readonly UserSession[];
    count(user: string): number;
    /** Ends one of them; returns whether there was such a session. */
    end(user: string, session: string): boolean;
    /** Ends all of them; returns how many. */
    endAll(user: string): number;
  }

  export const sessions: Sessions;
  export default sessions;
}

declare module "@aerokit/sdk/http/upload" {
  /** A file of the body, as scripts of Eclipse Dirigible expect it; `request.getParts()` gives all parts. */
  interface FileItem {
    /** The name of the form's field; `getFieldName` likewise. */
    getName(): string;
    getFieldName(): string;
    /** The file's name as the client sent it, without its path. */
    getOriginalFilename(): string;
    getContentType(): string | null;
    /** Always false: fields are parameters. */
    isFormField(): boolean;
    isEmpty(): boolean;
    /** In bytes. */
    getSize(): number;
    getBytes(): Uint8Array;
    getBytesNative(): Uint8Array;
    getText(): string;
  }

  interface Upload {
    /** Whether the body is `multipart/...`. */
    isMultipartContent(): boolean;
    /** The files of the body, in their order. */
    parseRequest(): { get(index: number): FileItem; size(): number };
  }

  export const upload: Upload;
  export { upload as Upload };
  export default upload;
}

declare module "@aerokit/sdk/http" {
  export * from "sdk/http";
  export { upload, Upload } from "@aerokit/sdk/http/upload";
}

declare module "@aerokit/sdk/http/session" {
  export * from "sdk/http/session";
  export { default } from "sdk/http/session";
}

declare module "@aerokit/sdk/http/request" {
  export * from "sdk/http/request";
  export { default } from "sdk/http/request";
}

declare module "@aerokit/sdk/http/response" {
  export * from "sdk/http/response";
  export { default } from "sdk/http/response";
}

declare module "@dirigible/http" {
  export * from "sdk/http";
  export { upload, Upload } from "@aerokit/sdk/http/upload";
}

declare module "@dirigible/http/upload" {
  export * from "@aerokit/sdk/http/upload";
  export { default } from "@aerokit/sdk/http/upload";
}

declare module "@dirigible/http/session" {
  export * from "sdk/http/session";
  export { default } from "sdk/http/session";
}

declare module "@dirigible/http/request" {
  export * from "sdk/http/request";
  export { default } from "sdk/http/request";
}

declare module "@dirigible/http/response" {
  export * from "sdk/http/response";
  export { default } from "sdk/http/response";
}

/** Writes to the server's log, under a logger named after the script; at most a megabyte a run. A call is one record. */
interface Console {
  /** At level INFO. A first text may have %s, %d, %i, %f, %j, %o, %O and %c for the values that follow; %% is a percent sign. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  /** Where the script is. */
  trace(...values: unknown[]): void;
  /** At level ERROR, when the condition is false. */
  assert(condition?: unknown, ...values: unknown[]): void;
  /** One line a row, a hundred rows at most. */
  table(data: unknown, columns?: readonly string[]): void;
  /** `depth`: how many levels of objects, null for 20; `showHidden`: also properties that are not enumerable. */
  dir(value: unknown, options?: { depth?: number | null; showHidden?: boolean }): void;
  count(label?: string): void;
  countReset(label?: string): void;
  /** Begins a timer, which ends with the run at the latest. */
  time(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
  /** What follows is indented until `groupEnd`, or the end of the run. */
  group(...values: unknown[]): void;
  groupCollapsed(...values: unknown[]): void;
  groupEnd(): void;
}

declare var console: Console;
