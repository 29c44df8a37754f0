import { session, response } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

const isDate = (value) => value instanceof Date && Object.getPrototypeOf(value) === Date.prototype && !Number.isNaN(value.getTime());

serve({
  // reads: none creates a session
  readAttribute: () => session.getAttribute("a"),
  readNames: () => [session.getAttributeNames(), Array.isArray(session.getAttributeNames())],
  readValid: () => session.isValid(),
  readRemove: () => session.removeAttribute("a"),
  readInvalidate: () => session.invalidate(),
  readSetNull: () => session.setAttribute("a", null),
  readRefused: () => thrownBy(() => session.setAttribute("a", NaN)),

  // each of these creates one
  createSetAttribute: () => session.setAttribute("a", 1),
  createGetId: () => session.getId(),
  createGetCreationTime: () => session.getCreationTime(),
  createGetLastAccessedTime: () => session.getLastAccessedTime(),
  createGetMaxInactiveInterval: () => session.getMaxInactiveInterval(),
  createSetMaxInactiveInterval: () => session.setMaxInactiveInterval(60),
  createIsNew: () => session.isNew(),

  identity: () => ({ id: session.getId(), isNew: session.isNew() }),
  newInTheWholeCall: () => [session.setAttribute("a", 1), session.isNew(), session.getAttribute("a"), session.isNew()],
  oldInTheWholeCall: () => [session.isNew(), session.setAttribute("a", 1), session.isNew()],
  dates: () => [isDate(session.getCreationTime()), isDate(session.getLastAccessedTime())],
  times: () => ({ created: session.getCreationTime().getTime(), accessed: session.getLastAccessedTime().getTime(), now: Date.now() }),
  interval: () => session.getMaxInactiveInterval(),
  ownInterval: () => [session.setMaxInactiveInterval(90), session.getMaxInactiveInterval()],
  longestInterval: () => [session.setMaxInactiveInterval(2147483647), session.getMaxInactiveInterval()],
  shortestInterval: () => [session.setMaxInactiveInterval(1), session.getMaxInactiveInterval()],
  wrongIntervals: () => {
    session.setMaxInactiveInterval(77);
    const accepted = [];
    for (const interval of [1.5, "5", NaN, Infinity, 2 ** 31, -(2 ** 31) - 1, 0, -0, -1, null, undefined, true, {}, 5n]) {
      const error = thrownBy(() => session.setMaxInactiveInterval(interval));
      if (error !== "RangeError INVALID_INTERVAL") accepted.push(`${typeof interval} ${String(interval)}: ${error}`);
    }
    return [accepted, session.getMaxInactiveInterval()];
  },
  afterFlush: () => {
    response.flush();
    return ["setAttribute", "getId", "getCreationTime", "getLastAccessedTime", "getMaxInactiveInterval", "isNew"]
      .map((name) => thrownBy(() => session[name]("a", 1)))
      .concat(thrownBy(() => session.setMaxInactiveInterval(5)), session.isValid(), session.getAttribute("a"));
  },
  knownAfterFlush: () => {
    response.flush();
    return [session.setAttribute("late", "x"), session.getAttribute("late")];
  },
  afterLargeOutput: () => {
    response.print(" ".repeat(100000));
    return thrownBy(() => session.getId());
  },
});
