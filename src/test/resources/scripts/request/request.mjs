import { request, response } from "sdk/http";
import { serve, thrownBy } from "./_cases.mjs";

const first = (path) => path.split("/")[0];

const CASES = {
  line: () => [request.getMethod(), request.getRequestURI(), request.getRequestURL(), request.getContextPath(), request.getQueryString(), request.getProtocol()],
  resource: () => request.getResourcePath(),
  parameters: () => [request.getParameter("a"), request.getParameter("b"), request.getParameter("none"), request.getParameterValues("a"),
    request.getParameterValues("none"), request.getParameterNames(), request.getParameters()],
  shapes: () => [Array.isArray(request.getParameterValues("a")), Array.isArray(request.getParameterNames()), Array.isArray(request.getHeaderNames()),
    Array.isArray(request.getHeaders("x-a")), Array.isArray(request.getCookies()), Array.isArray(request.getAttributeNames()),
    Object.getPrototypeOf(request.getParameters()) === Object.prototype],
  headers: () => [request.getHeader("X-A"), request.getHeader("x-none"), request.getHeaders("X-a"), request.getHeaders("x-none"),
    request.getHeaderNames().map((name) => name.toLowerCase()).includes("x-a")],
  body: () => [request.getContentType(), request.getContentLength(), request.getText()],
  bodyTwice: () => [request.getText(), request.getText()],
  encoding: () => [request.getCharacterEncoding(), request.getText()],
  json: () => request.json(),
  bytes: () => [request.getBytes() instanceof Uint8Array, [...request.getBytes()]],
  absent: () => [request.getQueryString(), request.getContentType(), request.getContentLength(), request.getText(), request.getRemoteUser(),
    request.getAuthType(), request.getCharacterEncoding(), request.getParameter("a"), request.getCookies(), request.getAttribute("none")],
  absentJson: () => thrownBy(() => request.json()),
  form: () => [request.getParameter("a"), request.getParameterValues("b")],
  cookies: () => request.getCookies().map(({ name, value }) => [name, value]),
  cookieHeader: () => [request.getHeader("cookie"), request.getHeaders("Cookie"), request.getCookies().map(({ name }) => name),
    request.getCookies()[0].attributes],
  attributes: () => {
    request.setAttribute("text", "t");
    request.setAttribute("number", 5);
    request.setAttribute("flag", true);
    const names = request.getAttributeNames().sort();
    const values = names.map((name) => request.getAttribute(name));
    request.removeAttribute("text");
    return [names, values, request.getAttribute("text"), thrownBy(() => request.setAttribute("jakarta.x", 1)), request.getAttribute("jakarta.servlet.x")];
  },
  caller: () => [request.isUserInRole("admin"), request.isSecure(), request.getScheme()],
  addresses: () => [request.getRemoteAddress(), request.getLocalAddress(), request.getServerName()],
  ports: () => [request.getRemotePort() > 0, request.getLocalPort(), request.getServerPort()],
  hosts: () => [typeof request.getRemoteHost(), typeof request.getLocalName()],
  locale: () => request.getLocale(),
  pathInfo: () => [request.getPathInfo() === null || typeof request.getPathInfo() === "string", typeof request.getPathTranslated()],
  valid: () => request.isValid(),
  frozen: () => [Object.isFrozen(request), Object.isFrozen(response)],
  caught: () => thrownBy(() => request.getText()),
  withoutReading: () => "not read",
};

const name = first(request.getResourcePath());
serve({ ...CASES, [request.getResourcePath()]: CASES[name] });
