// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.Locale;
import java.util.Map;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.ScriptingResponse;
import org.scriptingsession.value.JsonText;

/** The host's side of {@code response.mjs}. */
final class ResponseFunctions {
    private ResponseFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        functions.put(
                "response.isValid",
                (call, args) -> call.isHttp() && call.response().isValid());
        functions.put("response.isCommitted", (call, args) -> call.response().isCommitted());
        function(functions, "print", (response, args) -> response.print(args.string(0, "The text")));
        function(functions, "json", (response, args) -> response.json(args.string(0, "What json() is given")));
        function(functions, "write", (response, args) -> response.write(args.bytes(0)));
        function(functions, "flush", (response, args) -> response.flush());
        function(functions, "close", (response, args) -> response.close());
        function(functions, "reset", (response, args) -> response.reset());
        addStatusAndHeaders(functions);
        addContent(functions);
        addNavigation(functions);
    }

    private static void addStatusAndHeaders(Map<String, HostFunction> functions) {
        function(functions, "setStatus", (response, args) -> response.setStatus(status(args)));
        function(
                functions,
                "setHeader",
                (response, args) -> response.setHeader(args.name(0), args.string(1, "The header's value")));
        function(
                functions,
                "addHeader",
                (response, args) -> response.addHeader(args.name(0), args.string(1, "The header's value")));
        functions.put("response.containsHeader", (call, args) -> call.response()
                .containsHeader(args.string(0, "The header's name")));
        functions.put(
                "response.getHeader", (call, args) -> call.response().getHeader(args.string(0, "The header's name")));
        functions.put("response.checkedStatus", (call, args) -> status(args));
        functions.put(
                "response.getHeaders",
                (call, args) -> JsonText.of(call.response().getHeaders(args.string(0, "The header's name"))));
        functions.put(
                "response.getHeaderNames",
                (call, args) -> JsonText.of(call.response().getHeaderNames()));
        functions.put("response.addCookie", ResponseFunctions::addCookie);
    }

    private static Object addCookie(HttpCall call, Arguments args) {
        String name = args.name(0);
        String sessions = call.request()
                .servlet()
                .getServletContext()
                .getSessionCookieConfig()
                .getName();
        if (name != null && name.equals(sessions == null ? "JSESSIONID" : sessions)) {
            throw Mistake.SESSIONS_COOKIE.with(name);
        }
        call.response().addCookie(name, args.string(1, "The cookie's value"), args.strings(2));
        return null;
    }

    private static void addContent(Map<String, HostFunction> functions) {
        function(
                functions,
                "setContentType",
                (response, args) -> response.setContentType(args.string(0, "The content type")));
        functions.put("response.getContentType", (call, args) -> call.response().getContentType());
        function(
                functions,
                "setCharacterEncoding",
                (response, args) -> response.setCharacterEncoding(args.string(0, "The character encoding")));
        functions.put(
                "response.getCharacterEncoding", (call, args) -> call.response().getCharacterEncoding());
        function(
                functions,
                "setContentLength",
                (response, args) -> response.setContentLength(
                        args.integer(0, "The content length", "a whole number of bytes from 0")));
        function(functions, "setLocale", (response, args) -> response.setLocale(locale(args.string(0, "The locale"))));
    }

    private static void addNavigation(Map<String, HostFunction> functions) {
        function(functions, "sendRedirect", (response, args) -> response.sendRedirect(args.string(0, "The location")));
        function(
                functions,
                "sendError",
                (response, args) ->
                        response.sendError(status(args), args.isAbsent(1) ? null : args.string(1, "The message")));
        functions.put("response.encodeURL", (call, args) -> call.response().encodeUrl(args.string(0, "The URL")));
        functions.put("response.encodeRedirectURL", (call, args) -> call.response()
                .encodeRedirectUrl(args.string(0, "The URL")));
    }

    private static int status(Arguments args) {
        String expected = "a whole number from 100 to 599";
        long status = args.integer(0, "The status", expected);
        if (status < 100 || status > 599) {
            throw Mistake.INVALID_ARGUMENT.with("The status", expected);
        }
        return (int) status;
    }

    private static Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (locale.toLanguageTag().equals("und")) {
            throw Mistake.INVALID_ARGUMENT.with("The locale", "a language tag of BCP 47, such as en-GB");
        }
        return locale;
    }

    private static void function(Map<String, HostFunction> functions, String name, Effect effect) {
        functions.put("response." + name, (call, args) -> {
            effect.on(call.response(), args);
            return null;
        });
    }

    private interface Effect {
        void on(ScriptingResponse response, Arguments args);
    }
}
