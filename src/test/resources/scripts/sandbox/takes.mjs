// Takes whatever a client sends and hands it to every function that takes some of it.
import { session, request, response } from "sdk/http";

const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    if (error.code === undefined || error.code === "INTERNAL") throw error;
    return error.code;
  }
};
const given = [request.getResourcePath(), request.getQueryString(), ...request.getParameterNames(), ...Object.values(request.getParameters()).flat(),
  ...request.getHeaderNames().flatMap((name) => request.getHeaders(name))].filter((text) => text !== null).slice(0, 20);
attempt(() => request.getCookies());
attempt(() => request.getQueryParametersMap());
attempt(() => request.getText());
attempt(() => request.json());
attempt(() => request.getBytes());
for (const text of given) {
  for (const work of [() => session.set(text, text), () => session.get(text), () => session.update(text, () => text), () => session.delete(text),
    () => request.setAttribute(text, text), () => request.getHeader(text), () => request.getHeaders(text), () => response.getHeader(text), () => request.getParameterValues(text), () => response.setHeader(text, text),
    () => response.setHeader("X-Fuzz", text), () => response.addCookie({ name: text, value: text }), () => response.addCookie({ name: "fuzz", value: text }),
    () => response.setLocale(text), () => response.encodeURL(text), () => request.isUserInRole(text)]) {
    attempt(work);
  }
}
response.reset();
response.json(given.length);
