// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.ScriptingRequest;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.StoredValue;

/** The host's side of {@code request.mjs}. */
final class RequestFunctions {
    private static final String NAME = "The name";

    private RequestFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        functions.put("request.isValid", (call, args) -> call.isHttp());
        addLine(functions);
        addHeadersAndParameters(functions);
        addBody(functions);
        addAttributes(functions);
        addCaller(functions);
        addConnection(functions);
    }

    private static void addLine(Map<String, HostFunction> functions) {
        servlet(functions, "getMethod", HttpServletRequest::getMethod);
        servlet(functions, "getRequestURI", HttpServletRequest::getRequestURI);
        servlet(functions, "getRequestURL", request -> request.getRequestURL().toString());
        servlet(functions, "getContextPath", HttpServletRequest::getContextPath);
        servlet(functions, "getServicePath", HttpServletRequest::getServletPath);
        servlet(functions, "getQueryString", HttpServletRequest::getQueryString);
        servlet(functions, "getPathInfo", HttpServletRequest::getPathInfo);
        servlet(functions, "getPathTranslated", HttpServletRequest::getPathTranslated);
        servlet(functions, "getProtocol", HttpServletRequest::getProtocol);
        servlet(functions, "getLocale", request -> request.getLocale().toLanguageTag());
        functions.put("request.getResourcePath", (call, args) -> call.request().getResourcePath());
    }

    private static void addHeadersAndParameters(Map<String, HostFunction> functions) {
        functions.put("request.getParameter", (call, args) -> call.request().getParameter(args.string(0, NAME)));
        functions.put(
                "request.getParameters",
                (call, args) -> JsonText.of(call.request().getParameters()));
        functions.put(
                "request.getParameterValues",
                (call, args) -> JsonText.of(call.request().getParameterValues(args.string(0, NAME))));
        functions.put("request.getHeader", (call, args) -> call.request().getHeader(args.string(0, NAME)));
        functions.put(
                "request.getHeaders", (call, args) -> JsonText.of(call.request().getHeaders(args.string(0, NAME))));
        functions.put(
                "request.getHeaderNames",
                (call, args) -> JsonText.of(call.request().getHeaderNames()));
        functions.put(
                "request.getCookies", (call, args) -> JsonText.of(call.request().getCookies()));
    }

    private static void addBody(Map<String, HostFunction> functions) {
        servlet(functions, "getContentType", HttpServletRequest::getContentType);
        functions.put(
                "request.getCharacterEncoding", (call, args) -> call.request().getCharacterEncoding());
        servlet(functions, "getContentLength", HttpServletRequest::getContentLengthLong);
        functions.put("request.getText", (call, args) -> call.request().getText());
        functions.put(
                "request.getBytes",
                (call, args) -> ByteBuffer.wrap(call.request().getBytes()));
        functions.put("request.invalidJson", (call, args) -> {
            throw Mistake.INVALID_JSON.with(args.string(0, "The reason"));
        });
    }

    private static void addAttributes(Map<String, HostFunction> functions) {
        functions.put("request.getAttribute", (call, args) -> {
            Object value = call.request().getAttribute(args.name(0));
            return value instanceof Boolean || value instanceof Number ? value : AttributeValue.text(value);
        });
        functions.put("request.setAttribute", RequestFunctions::setAttribute);
        functions.put("request.removeAttribute", (call, args) -> {
            call.request().setAttribute(args.name(0), null);
            return null;
        });
        functions.put(
                "request.getAttributeNames",
                (call, args) -> JsonText.of(call.request().getAttributeNames()));
    }

    private static Object setAttribute(HttpCall call, Arguments args) {
        ScriptingRequest request = call.request();
        String name = args.name(0);
        Object value = args.storable(1);
        request.setAttribute(name, value instanceof StoredValue stored ? stored.value() : value);
        return null;
    }

    private static void addCaller(Map<String, HostFunction> functions) {
        servlet(functions, "getRemoteUser", HttpServletRequest::getRemoteUser);
        servlet(functions, "getAuthType", HttpServletRequest::getAuthType);
        functions.put("request.login", (call, args) -> {
            call.login().login(args.string(0, "The user's name"), args.string(1, "The password"));
            return null;
        });
        functions.put("request.logout", (call, args) -> {
            call.login().logout();
            return null;
        });
        functions.put(
                "request.isUserInRole",
                (call, args) -> call.request().servlet().isUserInRole(args.string(0, "The role")));
    }

    private static void addConnection(Map<String, HostFunction> functions) {
        servlet(functions, "getRemoteAddress", HttpServletRequest::getRemoteAddr);
        servlet(functions, "getRemoteHost", HttpServletRequest::getRemoteHost);
        servlet(functions, "getRemotePort", HttpServletRequest::getRemotePort);
        servlet(functions, "getLocalAddress", HttpServletRequest::getLocalAddr);
        servlet(functions, "getLocalName", HttpServletRequest::getLocalName);
        servlet(functions, "getLocalPort", HttpServletRequest::getLocalPort);
        servlet(functions, "getScheme", HttpServletRequest::getScheme);
        servlet(functions, "getServerName", HttpServletRequest::getServerName);
        servlet(functions, "getServerPort", HttpServletRequest::getServerPort);
        servlet(functions, "isSecure", HttpServletRequest::isSecure);
    }

    private static void servlet(
            Map<String, HostFunction> functions, String name, Function<HttpServletRequest, Object> answer) {
        functions.put(
                "request." + name, (call, args) -> answer.apply(call.request().servlet()));
    }
}
