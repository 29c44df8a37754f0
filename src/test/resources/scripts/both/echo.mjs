// what the script sees of its request
import { request, response } from "sdk/http";

const OF_INTEREST = ["accept", "accept-language", "content-type", "content-encoding", "cookie", "x-a"];

function attempt(call) {
  try {
    return call();
  } catch (error) {
    return `${error.name} ${error.code}`;
  }
}

const seen = {
  method: request.getMethod(),
  uri: request.getRequestURI(),
  resourcePath: request.getResourcePath(),
  pathInfo: request.getPathInfo(),
  query: request.getQueryString(),
  contentType: request.getContentType(),
  encoding: request.getCharacterEncoding(),
  locale: attempt(() => request.getLocale()),
  headers: OF_INTEREST.map((name) => [name, request.getHeaders(name)]),
  cookies: attempt(() => request.getCookies()),
};
const first = request.getHeader("x-first");
if (first === "text") seen.text = attempt(() => request.getText());
seen.parameters = attempt(() => request.getParameters());
seen.names = attempt(() => request.getParameterNames());
seen.map = attempt(() => request.getQueryParametersMap());
seen.a = attempt(() => request.getParameterValues("a"));
seen.bytes = attempt(() => Array.from(request.getBytes()).slice(0, 100));
seen.textAfter = attempt(() => request.getText());
if (first === "json") seen.json = attempt(() => request.json());
response.json(seen);
