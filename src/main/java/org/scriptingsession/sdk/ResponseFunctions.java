// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.util.Locale;
import java.util.Map;
import org.scriptingsession.engine.values.Arguments;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.response.ResponseHead;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.value.JsonText;

/** The host's side of {@code response.mjs}. */
final class ResponseFunctions {
    static final String GROUP = "response";

    private static final String HEADER = "The header's name";
    private static final String HEADER_VALUE = "The header's value";

    private ResponseFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        FunctionGroup<HttpCall> call = new FunctionGroup<>(functions, GROUP, c -> c);
        call.get("isValid", c -> c.hasResponse() && c.response().isValid());
        call.call("checkedStatus", (c, args) -> status(args, 100));
        call.run("addCookie", ResponseFunctions::addCookie);

        FunctionGroup<ScriptingResponse> response = new FunctionGroup<>(functions, GROUP, HttpCall::response);
        response.get("isCommitted", ScriptingResponse::isCommitted);
        response.take("println", ScriptingResponse::println);
        response.take("print", ScriptingResponse::print);
        response.run("json", (r, args) -> r.json(args.string(0, "What json() is given")));
        response.run("write", (r, args) -> r.write(args.bytes(0)));
        response.run("flush", (r, args) -> r.flush());
        response.run("close", (r, args) -> r.close());
        response.run("reset", (r, args) -> r.reset());
        addStatusAndHeaders(response);
        addContent(response);
        addNavigation(response);
    }

    private static void addStatusAndHeaders(FunctionGroup<ScriptingResponse> response) {
        response.run("setStatus", (r, args) -> r.setStatus(status(args, 200)));
        response.run("setHeader", (r, args) -> r.setHeader(args.name(0), args.string(1, HEADER_VALUE)));
        response.run("addHeader", (r, args) -> r.addHeader(args.name(0), args.string(1, HEADER_VALUE)));
        response.call("containsHeader", (r, args) -> r.containsHeader(args.string(0, HEADER)));
        response.call("getHeader", (r, args) -> r.getHeader(args.string(0, HEADER)));
        response.call("getHeaders", (r, args) -> JsonText.of(r.getHeaders(args.string(0, HEADER))));
        response.get("getHeaderNames", r -> JsonText.of(r.getHeaderNames()));
    }

    private static void addContent(FunctionGroup<ScriptingResponse> response) {
        response.run("setContentType", (r, args) -> r.setContentType(args.string(0, "The content type")));
        response.get("getContentType", ScriptingResponse::getContentType);
        response.run(
                "setCharacterEncoding", (r, args) -> r.setCharacterEncoding(args.string(0, "The character encoding")));
        response.get("getCharacterEncoding", ScriptingResponse::getCharacterEncoding);
        response.run("setContentLength", (r, args) -> r.setContentLength(length(args)));
        response.run("setLocale", (r, args) -> r.setLocale(locale(args.string(0, "The locale"))));
    }

    private static void addNavigation(FunctionGroup<ScriptingResponse> response) {
        response.run("sendRedirect", (r, args) -> r.sendRedirect(args.string(0, "The location")));
        response.run("sendError", (r, args) -> {
            r.sendError(status(args, 400), args.isAbsent(1) ? null : args.string(1, "The message"));
        });
        response.call("encodeURL", (r, args) -> r.encodeUrl(args.string(0, "The URL")));
        response.call("encodeRedirectURL", (r, args) -> r.encodeRedirectUrl(args.string(0, "The URL")));
    }

    private static void addCookie(HttpCall call, Arguments args) {
        String name = args.name(0);
        String sessions = SessionServer.sessionCookie(call.request().servlet().getServletContext());
        if (sessions.equals(name)) {
            throw Mistake.SESSIONS_COOKIE.with(name);
        }
        call.response()
                .addCookie(
                        name,
                        args.string(1, "The cookie's value"),
                        args.strings(2, "The map of a cookie's attributes"));
    }

    private static long length(Arguments args) {
        return args.integer(0, "The content length", "a whole number of bytes from 0");
    }

    private static int status(Arguments args, int least) {
        return ResponseHead.checkedStatus(args.integer(0, "The status", ResponseHead.statuses(least)), least);
    }

    private static Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        if (locale.toLanguageTag().equals("und")) {
            throw Mistake.INVALID_ARGUMENT.with("The locale", "a language tag of BCP 47, such as en-GB");
        }
        return locale;
    }
}
