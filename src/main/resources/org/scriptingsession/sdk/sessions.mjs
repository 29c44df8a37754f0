// SPDX-License-Identifier: Apache-2.0
// The sessions of users, for those in the role that scripting.sessions.admin-role names.
const host = globalThis.host.sessions;
const { unpack } = globalThis.host.value;

export const sessions = Object.freeze({
  list(user) { return unpack(host.list(user)); },
  count(user) { return host.count(user); },
  end(user, session) { return host.end(user, session); },
  endAll(user) { return host.endAll(user); },
});

export default sessions;
