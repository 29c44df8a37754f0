import { request, response } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

const sizes = (parameters) => Object.entries(parameters).map(([name, values]) => [name, values.map((value) => value.length)]);
const partOf = (part) => [part.name, part.fileName, part.contentType, part.size, part.headers, part.getText(), [...part.getBytes()].length];

serve({
  parameters: () => request.getParameters(),
  names: () => request.getParameterNames(),
  sizes: () => sizes(request.getParameters()),
  count: () => request.getParameterNames().length,
  thenText: () => [request.getParameter("a"), request.getText(), request.getBytes().length, request.getParameter("a")],
  text: () => request.getText(),
  textThenParameters: () => [request.getText(), request.getParameters()],
  json: () => request.json(),
  head: () => [request.getContentType(), request.getHeader("Accept"), request.getHeader("Accept-Language"), request.getText()],
  locale: () => typeof request.getLocale(),
  parts: () => request.getParts().map(partOf),
  partSizes: () => request.getParts().map((part) => part.size),
  partsThenText: () => [request.getParts().length, request.getText().length, request.getParts().length],
  frozenParts: () => [request.getParts(), request.getParts()[0], request.getParts()[0].headers].map(Object.isFrozen),
  thenNothing: () => thrownBy(() => request.getText()),
});
