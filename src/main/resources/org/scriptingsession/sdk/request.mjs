// SPDX-License-Identifier: Apache-2.0
// The request of the current call. Lists are arrays, maps plain objects, absent is null.
const host = globalThis.host.request;
const { pack } = globalThis.host.value;

const parsed = (text) => (text === null ? null : JSON.parse(text));

const bytes = (buffer) => new Uint8Array(new ArrayBuffer(buffer)).slice();

/** The content of a part stays on the host until it is asked for. */
const partOf = (description, index) => Object.freeze({
  ...description,
  headers: Object.freeze(description.headers),
  getText() { return host.getPartText(index); },
  getBytes() { return bytes(host.getPartBytes(index)); },
});

export const request = Object.freeze({
  isValid() { return host.isValid(); },
  getMethod() { return host.getMethod(); },
  getRequestURI() { return host.getRequestURI(); },
  getRequestURL() { return host.getRequestURL(); },
  getContextPath() { return host.getContextPath(); },
  getResourcePath() { return host.getResourcePath(); },
  getServicePath() { return host.getServicePath(); },
  getQueryString() { return host.getQueryString(); },
  getQueryParametersMap() { return parsed(host.getQueryParametersMap()); },
  getParameter(name) { return host.getParameter(name); },
  getParameters() { return parsed(host.getParameters()); },
  getParameterNames() { return Object.keys(parsed(host.getParameters())); },
  getParameterValues(name) { return parsed(host.getParameterValues(name)); },
  getHeader(name) { return host.getHeader(name); },
  getHeaders(name) { return parsed(host.getHeaders(name)); },
  getHeaderNames() { return parsed(host.getHeaderNames()); },
  getContentType() { return host.getContentType(); },
  getCharacterEncoding() { return host.getCharacterEncoding(); },
  getContentLength() { return host.getContentLength(); },
  getText() { return host.getText(); },
  getJSON() { return request.json(); },
  json() {
    const text = host.getText();
    try {
      return JSON.parse(text);
    } catch (error) {
      // a RangeError: nested so deep that the engine's stack does not suffice
      if (error instanceof SyntaxError || error instanceof RangeError) host.invalidJson(error.message);
      throw error;
    }
  },
  getBytes() { return bytes(host.getBytes()); },
  getParts() { return Object.freeze(parsed(host.getParts()).map(partOf)); },
  getCookies() { return parsed(host.getCookies()); },
  getAttribute(name) { return host.getAttribute(name); },
  setAttribute(name, value) { host.setAttribute(name, pack(name, value)); },
  removeAttribute(name) { host.removeAttribute(name); },
  getAttributeNames() { return parsed(host.getAttributeNames()); },
  getRemoteUser() { return host.getRemoteUser(); },
  isUserInRole(role) { return host.isUserInRole(role); },
  login(user, password) { host.login(user, password); },
  logout() { host.logout(); },
  getAuthType() { return host.getAuthType(); },
  getRemoteAddress() { return host.getRemoteAddress(); },
  getRemoteHost() { return host.getRemoteHost(); },
  getRemotePort() { return host.getRemotePort(); },
  getLocalAddress() { return host.getLocalAddress(); },
  getLocalName() { return host.getLocalName(); },
  getLocalPort() { return host.getLocalPort(); },
  getScheme() { return host.getScheme(); },
  getServerName() { return host.getServerName(); },
  getServerPort() { return host.getServerPort(); },
  getProtocol() { return host.getProtocol(); },
  isSecure() { return host.isSecure(); },
  getLocale() { return host.getLocale(); },
  getPathInfo() { return host.getPathInfo(); },
  getPathTranslated() { return host.getPathTranslated(); },
});

export { request as Request };
export default request;
