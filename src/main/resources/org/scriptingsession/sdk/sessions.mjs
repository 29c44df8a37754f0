// SPDX-License-Identifier: Apache-2.0
// The sessions of users, for those in the role that scripting.sessions.admin-role names.
const host = globalThis.host.sessions;

export const sessions = Object.freeze({
  list(user) {
    return Object.freeze(JSON.parse(host.list(user)).map(({ session, created, lastAccessed }) =>
      Object.freeze({ session, created: new Date(created), lastAccessed: new Date(lastAccessed) })));
  },
  count(user) { return host.count(user); },
  end(user, session) { return host.end(user, session); },
  endAll(user) { return host.endAll(user); },
});

export default sessions;
