// SPDX-License-Identifier: Apache-2.0
// The session of the current call. The README documents every function.
const { host } = globalThis;

export const session = Object.freeze({
  isValid() { return host("session.isValid"); },
  getAttribute(name) { return host("session.getAttribute", name); },
  getAttributeNames() { return JSON.parse(host("session.getAttributeNames")); },
  getCreationTime() { return new Date(host("session.getCreationTime")); },
  getId() { return host("session.getId"); },
  getLastAccessedTime() { return new Date(host("session.getLastAccessedTime")); },
  getMaxInactiveInterval() { return host("session.getMaxInactiveInterval"); },
  invalidate() { host("session.invalidate"); },
  isNew() { return host("session.isNew"); },
  setAttribute(name, value) { return host("session.setAttribute", name, value); },
  removeAttribute(name) { return host("session.removeAttribute", name); },
  setMaxInactiveInterval(interval) { host("session.setMaxInactiveInterval", interval); },
});

export default session;
