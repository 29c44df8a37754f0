// SPDX-License-Identifier: Apache-2.0
// The request of the current call. Lists are arrays, maps plain objects, absent is null.
const { host } = globalThis;

const parsed = (text) => (text === null ? null : JSON.parse(text));

export const request = Object.freeze({
  isValid() { return host("request.isValid"); },
  getMethod() { return host("request.getMethod"); },
  getRequestURI() { return host("request.getRequestURI"); },
  getRequestURL() { return host("request.getRequestURL"); },
  getContextPath() { return host("request.getContextPath"); },
  getResourcePath() { return host("request.getResourcePath"); },
  getQueryString() { return host("request.getQueryString"); },
  getParameter(name) { return host("request.getParameter", name); },
  getParameters() { return parsed(host("request.getParameters")); },
  getParameterNames() { return Object.keys(parsed(host("request.getParameters"))); },
  getParameterValues(name) { return parsed(host("request.getParameterValues", name)); },
  getHeader(name) { return host("request.getHeader", name); },
  getHeaders(name) { return parsed(host("request.getHeaders", name)); },
  getHeaderNames() { return parsed(host("request.getHeaderNames")); },
  getContentType() { return host("request.getContentType"); },
  getCharacterEncoding() { return host("request.getCharacterEncoding"); },
  getContentLength() { return host("request.getContentLength"); },
  getText() { return host("request.getText"); },
  json() {
    const text = host("request.getText");
    try {
      return JSON.parse(text);
    } catch (error) {
      if (error instanceof SyntaxError) host("request.invalidJson", error.message);
      throw error;
    }
  },
  getBytes() { return new Uint8Array(new ArrayBuffer(host("request.getBytes"))).slice(); },
  getCookies() { return parsed(host("request.getCookies")); },
  getAttribute(name) { return host("request.getAttribute", name); },
  setAttribute(name, value) { host("request.setAttribute", name, value); },
  removeAttribute(name) { host("request.removeAttribute", name); },
  getAttributeNames() { return parsed(host("request.getAttributeNames")); },
  getRemoteUser() { return host("request.getRemoteUser"); },
  isUserInRole(role) { return host("request.isUserInRole", role); },
  getAuthType() { return host("request.getAuthType"); },
  getRemoteAddress() { return host("request.getRemoteAddress"); },
  getRemoteHost() { return host("request.getRemoteHost"); },
  getRemotePort() { return host("request.getRemotePort"); },
  getLocalAddress() { return host("request.getLocalAddress"); },
  getLocalName() { return host("request.getLocalName"); },
  getLocalPort() { return host("request.getLocalPort"); },
  getScheme() { return host("request.getScheme"); },
  getServerName() { return host("request.getServerName"); },
  getServerPort() { return host("request.getServerPort"); },
  getProtocol() { return host("request.getProtocol"); },
  isSecure() { return host("request.isSecure"); },
  getLocale() { return host("request.getLocale"); },
  getPathInfo() { return host("request.getPathInfo"); },
  getPathTranslated() { return host("request.getPathTranslated"); },
});

export default request;
