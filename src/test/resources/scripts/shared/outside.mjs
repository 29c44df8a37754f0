// Run outside HTTP: reports by the error it ends with.
import { session, request, response } from "sdk/http";
import { thrownBy } from "./_cases.mjs";

const calls = {
  "session.getAttribute": () => session.getAttribute("a"),
  "session.getAttributeNames": () => session.getAttributeNames(),
  "session.getCreationTime": () => session.getCreationTime(),
  "session.getId": () => session.getId(),
  "session.getLastAccessedTime": () => session.getLastAccessedTime(),
  "session.getMaxInactiveInterval": () => session.getMaxInactiveInterval(),
  "session.isNew": () => session.isNew(),
  "session.setAttribute": () => session.setAttribute("a", 1),
  "session.removeAttribute": () => session.removeAttribute("a"),
  "session.setMaxInactiveInterval": () => session.setMaxInactiveInterval(5),
  "request.getMethod": () => request.getMethod(),
  "request.getText": () => request.getText(),
  "response.println": () => response.println("x"),
  "response.setStatus": () => response.setStatus(200),
  "response.flush": () => response.flush(),
};
const others = Object.entries(calls).filter(([, call]) => thrownBy(call) !== "Error NO_HTTP_CALL").map(([name]) => name);
const invalidated = thrownBy(() => session.invalidate());
throw new Error(JSON.stringify([session.isValid(), request.isValid(), response.isValid(), invalidated, others]));
