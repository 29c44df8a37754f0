// SPDX-License-Identifier: Apache-2.0
// The response of the current call.
const host = globalThis.host.response;

const text = (value) => (value === undefined ? "" : String(value));

function toBytes(bytes) {
  if (ArrayBuffer.isView(bytes)) return bytes;
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  return Array.isArray(bytes) ? Uint8Array.from(bytes) : { buffer: null };
}

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

  isValid() { return host.isValid(); },
  isCommitted() { return host.isCommitted(); },
  println(value) { host.print(text(value) + "\n"); },
  print(value) { host.print(text(value)); },
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
  getHeaderNames() { return JSON.parse(host.getHeaderNames()); },
  setContentType(type) { host.setContentType(type); },
  getContentType() { return host.getContentType(); },
  setCharacterEncoding(encoding) { host.setCharacterEncoding(encoding); },
  getCharacterEncoding() { return host.getCharacterEncoding(); },
  setContentLength(length) { host.setContentLength(length); },
  setLocale(locale) { host.setLocale(locale); },
  addCookie(cookie) {
    const { name, value, attributes = {} } = cookie;
    host.addCookie(name, value, JSON.stringify(attributes));
  },
  sendRedirect(location) { host.sendRedirect(location); },
  sendError(code, message) { host.sendError(code, message); },
  encodeURL(url) { return host.encodeURL(url); },
  encodeRedirectURL(url) { return host.encodeRedirectURL(url); },
  reset() { host.reset(); },
});

export default response;
