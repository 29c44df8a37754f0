// SPDX-License-Identifier: Apache-2.0
// The response of the current call.
const host = globalThis.host.response;

const text = (value) => (value === undefined ? "" : String(value));

function toBytes(bytes) {
  if (ArrayBuffer.isView(bytes)) return bytes;
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  return Array.isArray(bytes) ? Uint8Array.from(bytes) : { buffer: null };
}

/** A cookie's attribute in HTTP: true is a name alone. */
function attributeText(value) {
  if (value === true) return "";
  return value instanceof Date ? value.toUTCString() : String(value);
}

/** A cookie's attributes as a JSON object of texts; what is no object is null, which the host refuses. */
function attributeTexts(attributes) {
  if (attributes === null || attributes === undefined) return "{}";
  if (typeof attributes !== "object" || Array.isArray(attributes)) return null;
  const texts = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      texts[name] = attributeText(value);
    }
  }
  return JSON.stringify(texts);
}

const REASONS = {
  100: "Continue", 101: "Switching Protocols",
  200: "OK", 201: "Created", 202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content",
  205: "Reset Content", 206: "Partial Content",
  300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
  305: "Use Proxy", 307: "Temporary Redirect", 308: "Permanent Redirect",
  400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
  405: "Method Not Allowed", 406: "Not Acceptable", 407: "Proxy Authentication Required", 408: "Request Timeout",
  409: "Conflict", 410: "Gone", 411: "Length Required", 412: "Precondition Failed", 413: "Content Too Large",
  414: "URI Too Long", 415: "Unsupported Media Type", 416: "Range Not Satisfiable", 417: "Expectation Failed",
  421: "Misdirected Request", 422: "Unprocessable Content", 426: "Upgrade Required", 429: "Too Many Requests",
  500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
  504: "Gateway Timeout", 505: "HTTP Version Not Supported",
};

export const response = Object.freeze({
  // the status names of Jakarta Servlet's HttpServletResponse
  CONTINUE: 100, SWITCHING_PROTOCOLS: 101,
  OK: 200, CREATED: 201, ACCEPTED: 202, NON_AUTHORITATIVE_INFORMATION: 203, NO_CONTENT: 204, RESET_CONTENT: 205,
  PARTIAL_CONTENT: 206,
  MULTIPLE_CHOICES: 300, MOVED_PERMANENTLY: 301, MOVED_TEMPORARILY: 302, FOUND: 302, SEE_OTHER: 303,
  NOT_MODIFIED: 304, USE_PROXY: 305, TEMPORARY_REDIRECT: 307, PERMANENT_REDIRECT: 308,
  BAD_REQUEST: 400, UNAUTHORIZED: 401, PAYMENT_REQUIRED: 402, FORBIDDEN: 403, NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405, NOT_ACCEPTABLE: 406, PROXY_AUTHENTICATION_REQUIRED: 407, REQUEST_TIMEOUT: 408,
  CONFLICT: 409, GONE: 410, LENGTH_REQUIRED: 411, PRECONDITION_FAILED: 412, REQUEST_ENTITY_TOO_LARGE: 413,
  REQUEST_URI_TOO_LONG: 414, UNSUPPORTED_MEDIA_TYPE: 415, REQUESTED_RANGE_NOT_SATISFIABLE: 416,
  EXPECTATION_FAILED: 417, UNPROCESSABLE_CONTENT: 422, TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500, NOT_IMPLEMENTED: 501, BAD_GATEWAY: 502, SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504, HTTP_VERSION_NOT_SUPPORTED: 505,

  HttpCodesReasons: Object.freeze({
    ...REASONS,
    getReason(code) { return REASONS[host.checkedStatus(code)] ?? null; },
  }),

  isValid() { return host.isValid(); },
  isCommitted() { return host.isCommitted(); },
  // of any value: crossings into the host cost more than what is done there
  println: host.println,
  print: host.print,
  write(bytes) {
    const view = toBytes(bytes);
    host.write(view.buffer, view.byteOffset, view.byteLength);
  },
  json(value) { host.json(JSON.stringify(value)); },
  flush() { host.flush(); },
  close() { host.close(); },
  setStatus(code) { host.setStatus(code); },
  setHeader(name, value) { host.setHeader(name, text(value)); },
  addHeader(name, value) { host.addHeader(name, text(value)); },
  containsHeader(name) { return host.containsHeader(name); },
  getHeader(name) { return host.getHeader(name); },
  getHeaders(name) { return JSON.parse(host.getHeaders(name)); },
  getHeaderNames() { return JSON.parse(host.getHeaderNames()); },
  setContentType(type) { host.setContentType(type); },
  getContentType() { return host.getContentType(); },
  setCharacterEncoding(encoding) { host.setCharacterEncoding(encoding); },
  getCharacterEncoding() { return host.getCharacterEncoding(); },
  setContentLength(length) { host.setContentLength(length); },
  setLocale(language, country, variant) {
    const rest = [country, variant].filter((part) => part !== undefined && part !== null);
    host.setLocale(rest.length === 0 ? language : [language, ...rest].join("-"));
  },
  getLocale() { return host.getHeader("Content-Language"); },
  addCookie(cookie) {
    const { name, value, attributes } = Object(cookie);
    host.addCookie(name, value, attributeTexts(attributes));
  },
  sendRedirect(location) { host.sendRedirect(location); },
  sendError(code, message) { host.sendError(code, message); },
  encodeURL(url) { return host.encodeURL(url); },
  encodeRedirectURL(url) { return host.encodeRedirectURL(url); },
  reset() { host.reset(); },
});

export { response as Response };
export default response;
