// SPDX-License-Identifier: Apache-2.0
// The session of the current call. The README documents every function.
const host = globalThis.host.session;

export const session = Object.freeze({
  isValid() { return host.isValid(); },
  getAttribute(name) { return host.getAttribute(name); },
  getAttributeNames() { return JSON.parse(host.getAttributeNames()); },
  getCreationTime() { return new Date(host.getCreationTime()); },
  getId() { return host.getId(); },
  getLastAccessedTime() { return new Date(host.getLastAccessedTime()); },
  getMaxInactiveInterval() { return host.getMaxInactiveInterval(); },
  invalidate() { host.invalidate(); },
  isNew() { return host.isNew(); },
  setAttribute(name, value) { return host.setAttribute(name, value); },
  removeAttribute(name) { return host.removeAttribute(name); },
  setMaxInactiveInterval(interval) { host.setMaxInactiveInterval(interval); },
});

export default session;
