import { request, session } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

const attempts = (name) => [session.getAttribute(name), session.get(name) === undefined, session.has(name),
  ...[() => session.setAttribute(name, "x"), () => session.set(name, "x"), () => session.update(name, () => "x"),
    () => session.removeAttribute(name), () => session.delete(name)].map(thrownBy)];

serve({
  store: () => { session.set("own", 1).set("com.example.own", 2); },
  names: () => session.getAttributeNames().sort(),
  attempt: () => request.json().map(attempts),
  clear: () => {
    session.getAttributeNames().forEach((name) => session.delete(name));
    session.changeId();
    return session.getAttributeNames();
  },
});
