// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.Map;
import org.scriptingsession.engine.values.Arguments;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.request.ClientText;
import org.scriptingsession.exchange.request.RequestPart;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.guard.UserLogin;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.JavaNumber;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.StoredValue;

/** The host's side of {@code request.mjs}. */
final class RequestFunctions {
    private static final String GROUP = "request";
    private static final String NAME = "The name";

    private RequestFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        new FunctionGroup<HttpCall>(functions, GROUP, call -> call).get("isValid", HttpCall::isHttp);
        FunctionGroup<ScriptingRequest> request = new FunctionGroup<>(functions, GROUP, HttpCall::request);
        addHead(request);
        addBody(request);
        addAttributes(request);
        FunctionGroup<HttpServletRequest> servlet =
                new FunctionGroup<>(functions, GROUP, call -> call.request().servlet());
        addLine(servlet);
        addConnection(servlet);
        servlet.get("getRemoteUser", HttpServletRequest::getRemoteUser);
        servlet.get("getAuthType", HttpServletRequest::getAuthType);
        servlet.call("isUserInRole", (r, args) -> r.isUserInRole(args.string(0, "The role")));
        FunctionGroup<UserLogin> login = new FunctionGroup<>(functions, GROUP, HttpCall::login);
        login.run("login", (l, args) -> l.login(args.string(0, "The user's name"), args.string(1, "The password")));
        login.run("logout", (l, args) -> l.logout());
    }

    private static void addHead(FunctionGroup<ScriptingRequest> request) {
        request.get("getPathInfo", ScriptingRequest::getPathInfo);
        request.get("getResourcePath", ScriptingRequest::getResourcePath);
        request.call("getParameter", (r, args) -> r.getParameter(args.string(0, NAME)));
        request.get("getParameters", r -> JsonText.of(r.getParameters()));
        request.call("getParameterValues", (r, args) -> JsonText.of(r.getParameterValues(args.string(0, NAME))));
        request.get("getQueryParametersMap", r -> JsonText.of(r.getQueryParameters()));
        request.call("getHeader", (r, args) -> r.getHeader(args.string(0, NAME)));
        request.call("getHeaders", (r, args) -> JsonText.of(r.getHeaders(args.string(0, NAME))));
        request.get("getLocale", r -> r.getLocale().toLanguageTag());
        request.get("getHeaderNames", r -> JsonText.of(r.getHeaderNames()));
        request.get("getCookies", r -> JsonText.of(r.getCookies()));
    }

    private static void addBody(FunctionGroup<ScriptingRequest> request) {
        request.get("getCharacterEncoding", ScriptingRequest::getCharacterEncoding);
        request.get("getText", ScriptingRequest::getText);
        request.get("getBytes", r -> ByteBuffer.wrap(r.getBytes()));
        request.get(
                "getParts",
                r -> JsonText.of(
                        r.getParts().stream().map(RequestPart::description).toList()));
        request.call("getPartText", (r, args) -> part(r, args).getText());
        request.call("getPartBytes", (r, args) -> ByteBuffer.wrap(part(r, args).getBytes()));
        request.run("invalidJson", (r, args) -> {
            throw Mistake.INVALID_JSON.with(args.string(0, "The reason"));
        });
    }

    private static RequestPart part(ScriptingRequest request, Arguments arguments) {
        return request.getParts().get((int) arguments.integer(0, "The part", "one of getParts()"));
    }

    private static void addAttributes(FunctionGroup<ScriptingRequest> request) {
        request.call("getAttribute", (r, args) -> {
            Object value = r.getAttribute(args.name(0));
            return AttributeValue.read(args.name(0), () -> scalar(value));
        });
        request.run("setAttribute", (r, args) -> {
            Object value = args.storable(1);
            r.setAttribute(args.name(0), value instanceof StoredValue stored ? stored.value() : value);
        });
        request.run("removeAttribute", (r, args) -> r.setAttribute(args.name(0), null));
        request.get("getAttributeNames", r -> JsonText.of(r.getAttributeNames()));
    }

    /** A boolean, a number that a script's number holds, or text. */
    private static Object scalar(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        Number number = value instanceof Number given ? JavaNumber.of(given) : null;
        return number != null && JavaNumber.isExactInScripts(number)
                ? (Object) number.doubleValue()
                : AttributeValue.text(value);
    }

    private static void addLine(FunctionGroup<HttpServletRequest> servlet) {
        servlet.get("getMethod", HttpServletRequest::getMethod);
        servlet.get("getRequestURI", r -> ClientText.utf8(r.getRequestURI()));
        servlet.get("getRequestURL", r -> ClientText.utf8(r.getRequestURL().toString()));
        servlet.get("getContextPath", HttpServletRequest::getContextPath);
        servlet.get("getServicePath", HttpServletRequest::getServletPath);
        servlet.get("getQueryString", r -> ClientText.utf8(r.getQueryString()));
        servlet.get("getPathTranslated", HttpServletRequest::getPathTranslated);
        servlet.get("getProtocol", HttpServletRequest::getProtocol);
        servlet.get("getContentType", HttpServletRequest::getContentType);
        servlet.get("getContentLength", HttpServletRequest::getContentLengthLong);
    }

    private static void addConnection(FunctionGroup<HttpServletRequest> servlet) {
        servlet.get("getRemoteAddress", HttpServletRequest::getRemoteAddr);
        servlet.get("getRemoteHost", HttpServletRequest::getRemoteHost);
        servlet.get("getRemotePort", HttpServletRequest::getRemotePort);
        servlet.get("getLocalAddress", HttpServletRequest::getLocalAddr);
        servlet.get("getLocalName", HttpServletRequest::getLocalName);
        servlet.get("getLocalPort", HttpServletRequest::getLocalPort);
        servlet.get("getScheme", HttpServletRequest::getScheme);
        servlet.get("getServerName", HttpServletRequest::getServerName);
        servlet.get("getServerPort", HttpServletRequest::getServerPort);
        servlet.get("isSecure", HttpServletRequest::isSecure);
    }
}
