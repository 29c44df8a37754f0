import { Session, Request, Response, session, request, response } from "@aerokit/sdk/http";
import { Session as LegacySession } from "@dirigible/http";
import sessionModule from "@dirigible/http/session";
import { request as requestModule } from "@aerokit/sdk/http/request";
import { Request as sdkRequest } from "sdk/http/request";
import { Session as SessionOnly } from "@aerokit/sdk/http/session";
import { Request as RequestOnly } from "@aerokit/sdk/http/request";
import { Response as ResponseOnly } from "@aerokit/sdk/http/response";
import * as everySession from "@dirigible/http/session";
import * as everyRequest from "@dirigible/http/request";
import * as everyResponse from "@dirigible/http/response";
import responseModule from "@dirigible/http/response";
import { upload } from "@aerokit/sdk/http/upload";
import { serve, thrownBy } from "./_cases.mjs";

// the members of Dirigible's http/session, http/request and http/response; what we leave out is in the README
const SESSION = `isValid getAttribute getAttributeNames getCreationTime getId getLastAccessedTime getMaxInactiveInterval invalidate
  isNew setAttribute removeAttribute setMaxInactiveInterval`;
const REQUEST = `isValid getMethod getRemoteUser getPathInfo getPathTranslated getHeader isUserInRole getAttribute getAuthType
  getCookies getAttributeNames getCharacterEncoding getContentLength getHeaders getContentType getBytes getText json getJSON
  getParameter getParameters getResourcePath getHeaderNames getParameterNames getParameterValues getProtocol getScheme
  getContextPath getServerName getServerPort getQueryString getQueryParametersMap getRemoteAddress getRemoteHost setAttribute
  removeAttribute getLocale getRequestURI isSecure getRequestURL getServicePath getRemotePort getLocalName getLocalAddress
  getLocalPort`;
const RESPONSE = `isValid json print println write isCommitted setContentType flush close addCookie containsHeader encodeURL
  getCharacterEncoding encodeRedirectURL getContentType sendError setCharacterEncoding sendRedirect setContentLength setHeader
  addHeader setStatus reset getHeader setLocale getHeaders getHeaderNames getLocale`;
const STATUS = `ACCEPTED BAD_GATEWAY BAD_REQUEST CONFLICT CONTINUE CREATED EXPECTATION_FAILED FORBIDDEN FOUND GATEWAY_TIMEOUT GONE
  HTTP_VERSION_NOT_SUPPORTED INTERNAL_SERVER_ERROR LENGTH_REQUIRED METHOD_NOT_ALLOWED MOVED_PERMANENTLY MOVED_TEMPORARILY
  MULTIPLE_CHOICES NO_CONTENT NON_AUTHORITATIVE_INFORMATION NOT_ACCEPTABLE NOT_FOUND NOT_IMPLEMENTED NOT_MODIFIED OK
  PARTIAL_CONTENT PAYMENT_REQUIRED PRECONDITION_FAILED PROXY_AUTHENTICATION_REQUIRED REQUEST_ENTITY_TOO_LARGE REQUEST_TIMEOUT
  REQUEST_URI_TOO_LONG REQUESTED_RANGE_NOT_SATISFIABLE RESET_CONTENT SEE_OTHER SERVICE_UNAVAILABLE SWITCHING_PROTOCOLS
  TEMPORARY_REDIRECT UNAUTHORIZED UNSUPPORTED_MEDIA_TYPE USE_PROXY UNPROCESSABLE_CONTENT`;
const missing = (object, names, type) => names.split(/\s+/).filter((name) => typeof object[name] !== type);

// a malformed query ends the script
if (request.getResourcePath() === "query") request.getQueryParametersMap();

serve({
  upload: () => {
    if (!upload.isMultipartContent()) return [false];
    const items = upload.parseRequest();
    const item = items.get(0);
    return [true, items.size(), item.getName(), item.getOriginalFilename(), item.getContentType(), item.isEmpty(), item.getSize(),
      item.getText(), Array.from(item.getBytes()), request.getParameter("title")];
  },
  members: () => [...missing(Session, SESSION, "function"), ...missing(Request, REQUEST, "function"),
    ...missing(Response, RESPONSE, "function"), ...missing(Response, STATUS, "number")],
  sameObjects: () => [Session === session, LegacySession === session, sessionModule === session, Request === request,
    requestModule === request, Response === response, responseModule === response],
  moduleNames: () => [SessionOnly === session, RequestOnly === requestModule, ResponseOnly === response,
    ...[everySession, everyRequest, everyResponse].map((module) => Object.keys(module).join())],
  noJson: () => [typeof Request.json(), typeof Request.getJSON(), typeof requestModule.getJSON(), thrownBy(() => sdkRequest.getJSON()),
    Object.isFrozen(Request), Object.isFrozen(Request.json)],
  count: () => request.getQueryParametersMap().a.length,
  query: () => request.getQueryParametersMap(),
  body: () => [request.getJSON(), request.json()],
  reasons: () => [Response.HttpCodesReasons["404"], Response.HttpCodesReasons.getReason(503), Response.HttpCodesReasons.getReason(299),
    thrownBy(() => Response.HttpCodesReasons.getReason(99)), thrownBy(() => Response.HttpCodesReasons.getReason("x"))],
  locale: () => {
    const before = Response.getLocale();
    Response.setLocale("de", "AT");
    const plain = Response.getLocale();
    Response.setLocale("en-GB");
    return [before, plain, Response.getLocale(), Response.getHeaders("Content-Language"), thrownBy(() => Response.setLocale("", "AT"))];
  },
  headers: () => {
    Response.addHeader("X-A", "1");
    Response.addHeader("X-A", "2");
    return [Response.getHeaders("x-a"), Response.getHeaders("absent"), Response.getHeaders("Content-Type")];
  },
  servicePath: () => Request.getServicePath(),
});
