// SPDX-License-Identifier: Apache-2.0
// The session of the current call. The README documents every function.
const host = globalThis.host.session;
const { pack, packResult, unpack } = globalThis.host.value;

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
  setAttribute(name, value) { return host.setAttribute(name, typeof value === "string" ? value : pack(name, value)); },
  removeAttribute(name) { return host.removeAttribute(name); },
  setMaxInactiveInterval(interval) { host.setMaxInactiveInterval(interval); },

  get(name) { return unpack(host.get(name)); },
  set(name, value) {
    host.set(name, typeof value === "string" ? value : pack(name, value));
    return session;
  },
  has(name) { return host.has(name); },
  delete(name) { return host.delete(name); },
  update(name, fn) {
    const next = typeof fn === "function" ? (current) => packResult(name, fn(unpack(current))) : fn;
    const stored = host.update(name, next);
    return stored === null ? null : unpack(stored);
  },
  changeId() { return host.changeId(); },
});

export { session as Session };
export default session;
