import { request, response, session } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

const print = (work) => () => { response.println(thrownBy(work)); };

// what each case leaves in the response itself
const CASES = {
  println: () => { response.println("one"); response.println(2); response.println(); response.println(null); response.println(undefined); },
  print: () => { response.print("a"); response.print(1.5); response.print(true); },
  unicode: () => response.print("žluť 日本 \u{1F600}"),
  halves: () => { response.print("a\ud83d"); response.print("\ude00\ud83d"); response.print("z"); },
  write: () => {
    response.setContentType("application/octet-stream");
    response.write(new Uint8Array([0, 1, 255]));
    response.write(new Uint8Array([9, 8, 7, 6]).subarray(1, 3));
    response.write(new Uint8Array([5]).buffer);
    response.write([4, 3]);
  },
  writeOfClaimedLength: print(() => {
    class Claiming extends Uint8Array { get byteLength() { return 2_000_000_000; } }
    response.write(new Claiming(4));
  }),
  json: () => response.json({ list: [1, "ž", null], nested: { yes: true } }),
  jsonOwnType: () => { response.setContentType("application/geo+json"); response.json([1]); },
  jsonUndefined: print(() => response.json(undefined)),
  nothing: () => {},
  flush: () => { response.print("a"); const before = response.isCommitted(); response.flush(); response.print([before, response.isCommitted()]); },
  flushAtEnd: () => { response.print("a"); response.flush(); response.close(); },
  flushBeforeWork: () => {
    response.print("begun");
    response.flush();
    const end = Date.now() + 3000;
    while (Date.now() < end);
    response.print("ended");
  },
  flushAndCloseBeforeWork: () => {
    response.print("begun");
    response.flush();
    response.close();
    const end = Date.now() + 3000;
    while (Date.now() < end);
  },
  flushBeforeFunction: () => {
    response.print("begun");
    response.flush();
    response.print([request.getText(), thrownBy(() => response.setStatus(201))]);
  },
  close: () => { response.print("whole"); response.close(); response.close(); },
  valid: () => { const before = response.isValid(); response.flush(); response.print([before, response.isValid()]); },
  status: () => { response.setStatus(response.CREATED); response.print("made"); },
  noContent: () => response.setStatus(response.NO_CONTENT),
  notModified: () => { response.setStatus(304); response.setHeader("ETag", '"1"'); },
  teapot: () => { response.setStatus(418); response.print("short"); },
  headers: () => {
    response.setHeader("X-One", "1");
    response.setHeader("x-one", "2");
    response.addHeader("X-Two", "a");
    response.addHeader("X-Two", "b");
    response.print([response.getHeader("X-ONE"), response.containsHeader("x-two"), response.containsHeader("x-three"),
      response.getHeader("x-three"), Array.isArray(response.getHeaderNames()), response.getHeaderNames().includes("X-Two")]);
  },
  type: () => { response.setContentType("text/html"); response.print(response.getContentType()); },
  typeWithCharset: () => { response.setContentType("text/plain; charset=ISO-8859-1"); response.print("ž?é" + response.getCharacterEncoding()); },
  typeByHeader: () => { response.setHeader("content-type", "text/css"); response.print(response.getContentType()); },
  keptEncoding: () => { response.setCharacterEncoding("ISO-8859-1"); response.setContentType("text/html"); response.print("é"); },
  keptParameters: () => {
    response.setHeader("Content-Type", 'multipart/mixed; boundary="a b"');
    response.setCharacterEncoding("UTF-16");
    response.print([response.getContentType(), response.getHeader("content-type"), response.getCharacterEncoding()]);
  },
  jsonAsText: () => { response.setContentType("text/plain;charset=UTF-8"); response.json(1); },
  jsonEncoding: () => { response.setCharacterEncoding("ISO-8859-1"); response.json("é"); },
  lateEncoding: () => { response.print("ž"); response.print(thrownBy(() => response.setCharacterEncoding("UTF-16"))); },
  utf16: () => {
    response.setCharacterEncoding("UTF-16");
    response.print("a\ud83d");
    response.flush();
    response.print("\ude00");
    response.flush();
    response.print("z\ud83d");
  },
  binaryType: () => { response.setContentType("image/png"); response.print("x"); },
  defaultType: () => response.print(response.getContentType()),
  encoding: () => { response.setCharacterEncoding("ISO-8859-2"); response.print("ž" + response.getCharacterEncoding()); },
  locale: () => { response.setLocale("de-AT"); response.print("x"); },
  length: () => { response.setContentLength(5); response.print("12345"); },
  redirect: () => { response.print("dropped"); response.sendRedirect("hello.mjs?x=1"); },
  redirectAfterwards: () => response.sendRedirect("https://example.org/a"),
  error404: () => { response.print("dropped"); response.sendError(response.NOT_FOUND, "no such cart"); },
  longMessage: () => response.sendError(404, "\u{1F600}x\r\nX-Injected: 1\n" + "m".repeat(100_000)),
  error500: () => response.sendError(500),
  reset: () => { response.setStatus(500); response.setHeader("X-One", "1"); response.addCookie({ name: "c", value: "1" }); response.print("dropped"); response.reset(); response.print("kept"); },
  cookies: () => {
    response.addCookie({ name: "plain", value: "v" });
    response.addCookie({ name: "full", value: "w", attributes: { Path: "/it", "Max-Age": "60", SameSite: "Strict", HttpOnly: "true", Secure: true } });
    const first = [response.getHeaders("Set-Cookie"), response.containsHeader("set-cookie"), response.getHeaderNames().includes("Set-Cookie"),
      response.getHeader("Set-Cookie")];
    response.addCookie({ name: "lax", value: "", attributes: { SameSite: "Lax", "Max-Age": 60, Domain: null, HttpOnly: false, Path: undefined } });
    response.addCookie({ name: "pad", value: "YWJjZA==", attributes: { Partitioned: true, Secure: "false" } });
    response.addCookie({ name: "mail", value: "ann@example.org", attributes: { Partitioned: false } });
    response.addCookie({ name: "u", value: "http://h/p?q=1&r=(2)[3]", attributes: null });
    response.addCookie({ name: "old", value: "", attributes: { Expires: new Date(0) } });
    response.addCookie({ name: "dated", value: "1", attributes: { expires: new Date(Date.UTC(2026, 10, 25, 15, 38, 29)), Own: true } });
    response.addCookie({ name: "twice", value: "1", attributes: { Path: "/", Secure: true } });
    response.addCookie({ name: "twice", value: "2", attributes: { Path: "/" } });
    response.print(JSON.stringify(first));
  },
  cookieAndSession: () => {
    session.getId();
    const before = [response.getHeaders("Set-Cookie"), response.getHeaderNames().includes("Set-Cookie")];
    response.addCookie({ name: "own", value: "1" });
    response.print(JSON.stringify([...before, response.getHeaders("Set-Cookie")]));
  },
  cookieAndFailure: () => {
    response.addCookie({ name: "own", value: "1" });
    throw new Error("on purpose");
  },
  many: () => {
    const until = (work) => {
      for (let i = 0; ; i += 1) {
        const error = thrownBy(() => work(i));
        if (error !== null || i > 900) return i + " " + error;
      }
    };
    for (let i = 0; i < 40; i += 1) response.addCookie({ name: "c" + i, value: "v" });
    for (let i = 0; i < 20; i += 1) response.addHeader("X-Many", i);
    const names = until((i) => response.setHeader("X-Name" + i, "v"));
    response.setHeader("X-Name0", "w");
    response.print([names, until(() => response.addHeader("X-Many", "v")), until(() => response.addCookie({ name: "c", value: "v" }))]);
  },
  encode: () => response.print([response.encodeURL("a/b?c"), response.encodeRedirectURL("a/b?c")]),
  large: () => {
    response.setContentType("application/octet-stream");
    const chunk = new Uint8Array(1 << 16).fill(120);
    for (let i = 0; i < 1024; i += 1) response.write(chunk);
  },
  bufferEdge: () => response.print("x".repeat(8192)),
  overBuffer: () => response.print("x".repeat(8193)),
};

// what the script finds out and answers as JSON
const ANSWERS = {
  wrong: () => ({
    crlf: thrownBy(() => response.setHeader("X-A", "a\r\nX-B: b")),
    lf: thrownBy(() => response.addHeader("X-A", "a\nb")),
    cr: thrownBy(() => response.setHeader("X-A", "a\rb")),
    nul: thrownBy(() => response.setHeader("X-A", "a\u0000")),
    wide: thrownBy(() => response.setHeader("X-A", "日")),
    typeCrlf: thrownBy(() => response.setContentType("text/html\r\nX-B: b")),
    locationCrlf: thrownBy(() => response.sendRedirect("/a\r\nX-B: b")),
    cookieCrlf: thrownBy(() => response.addCookie({ name: "c", value: "a\r\nX: y" })),
    cookieSemicolon: thrownBy(() => response.addCookie({ name: "c", value: "a; Path=/" })),
    cookieAttribute: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: { Path: "/; HttpOnly" } })),
    attributesText: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: "Path=/" })),
    attributesNumber: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: 1 })),
    attributesTrue: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: true })),
    attributesArray: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: [["Path", "/"]] })),
    attributesFunction: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: () => {} })),
    cookieBlank: thrownBy(() => response.addCookie({ name: "c", value: "a b" })),
    cookieJson: thrownBy(() => response.addCookie({ name: "c", value: '{"a":1}' })),
    maxAge: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: { "Max-Age": 1.5 } })),
    expiresNever: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: { Expires: new Date(NaN) } })),
    expiresText: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: { Expires: "tomorrow" } })),
    flagText: thrownBy(() => response.addCookie({ name: "c", value: "a", attributes: { Secure: "yes" } })),
    noCookie: thrownBy(() => response.addCookie()),
    nullCookie: thrownBy(() => response.addCookie(null)),
    cookieNumber: thrownBy(() => response.addCookie({ name: "c", value: 1 })),
    encoding: thrownBy(() => response.setCharacterEncoding("no-such")),
    encodingToRead: thrownBy(() => response.setCharacterEncoding("ISO-2022-CN")),
    encodingToReadOfType: thrownBy(() => response.setContentType("text/plain;charset=x-JISAutoDetect")),
    type: thrownBy(() => response.setContentType("json")),
    typeByHeader: thrownBy(() => response.setHeader("Content-Type", "text/html; utf-8")),
    statusLow: thrownBy(() => response.setStatus(99)),
    statusHigh: thrownBy(() => response.setStatus(600)),
    statusText: thrownBy(() => response.setStatus("200")),
    errorLow: thrownBy(() => response.sendError(399)),
    length: thrownBy(() => response.setContentLength(-1)),
    locale: thrownBy(() => response.setLocale("")),
    bytes: thrownBy(() => response.write("text")),
  }),
  wrongNames: () => ({
    space: thrownBy(() => response.setHeader("X A", "a")),
    empty: thrownBy(() => response.setHeader("", "a")),
    colon: thrownBy(() => response.addHeader("X:", "a")),
    crlf: thrownBy(() => response.setHeader("X\r\n", "a")),
    missing: thrownBy(() => response.setHeader(undefined, "a")),
    cookie: thrownBy(() => response.addCookie({ name: "a=b", value: "c" })),
    cookieMissing: thrownBy(() => response.addCookie({ value: "c" })),
  }),
  committed: () => {
    response.flush();
    return {
      setStatus: thrownBy(() => response.setStatus(201)),
      setHeader: thrownBy(() => response.setHeader("X-A", "1")),
      addHeader: thrownBy(() => response.addHeader("X-A", "1")),
      addCookie: thrownBy(() => response.addCookie({ name: "a", value: "b" })),
      setContentType: thrownBy(() => response.setContentType("text/html")),
      setContentLength: thrownBy(() => response.setContentLength(1)),
      setCharacterEncoding: thrownBy(() => response.setCharacterEncoding("UTF-16")),
      setLocale: thrownBy(() => response.setLocale("de")),
      sendRedirect: thrownBy(() => response.sendRedirect("/")),
      sendError: thrownBy(() => response.sendError(500)),
      reset: thrownBy(() => response.reset()),
    };
  },
  names: () => [response.OK, response.CREATED, response.NO_CONTENT, response.MOVED_PERMANENTLY, response.FOUND, response.SEE_OTHER,
    response.NOT_MODIFIED, response.BAD_REQUEST, response.UNAUTHORIZED, response.FORBIDDEN, response.NOT_FOUND,
    response.METHOD_NOT_ALLOWED, response.CONFLICT, response.INTERNAL_SERVER_ERROR, response.SERVICE_UNAVAILABLE],
};

const own = CASES[request.getResourcePath()];
if (own) own();
else serve(ANSWERS);
