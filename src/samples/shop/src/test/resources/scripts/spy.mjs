// Tries all that a script can do with attributes that it is told the names of.
import { session, request, response } from "sdk/http";

const attempt = (action) => {
  try {
    return action() ?? null;
  } catch (error) {
    return error.code;
  }
};

response.json({
  listed: session.getAttributeNames(),
  got: request.json().map((name) => [
    session.getAttribute(name),
    attempt(() => session.get(name)),
    session.has(name),
    attempt(() => session.setAttribute(name, "mine")),
    attempt(() => session.removeAttribute(name)),
  ]),
});
