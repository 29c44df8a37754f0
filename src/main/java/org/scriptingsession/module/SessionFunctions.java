// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.time.Duration;
import java.util.Map;
import org.scriptingsession.session.ScriptingSession;

/** The host's side of {@code session.mjs}. */
final class SessionFunctions {
    private SessionFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        functions.put(
                "session.isValid",
                (call, args) -> call.isHttp() && call.session().isValid());
        functions.put(
                "session.getAttribute",
                (call, args) -> call.session().getAttribute(args.name(0)).orElse(null));
        functions.put(
                "session.getAttributeNames",
                (call, args) -> JsonText.of(call.session().getAttributeNames()));
        functions.put(
                "session.getCreationTime",
                (call, args) -> call.session().getCreationTime().toEpochMilli());
        functions.put("session.getId", (call, args) -> call.session().getId());
        functions.put(
                "session.getLastAccessedTime",
                (call, args) -> call.session().getLastAccessedTime().toEpochMilli());
        functions.put("session.getMaxInactiveInterval", (call, args) ->
                (int) call.session().getMaxInactiveInterval().toSeconds());
        functions.put("session.invalidate", SessionFunctions::invalidate);
        functions.put("session.isNew", (call, args) -> call.session().isNew());
        functions.put("session.setAttribute", SessionFunctions::setAttribute);
        functions.put(
                "session.removeAttribute",
                (call, args) -> call.session().removeAttribute(args.name(0)).orElse(null));
        functions.put("session.setMaxInactiveInterval", SessionFunctions::setMaxInactiveInterval);
    }

    private static Object setAttribute(HttpCall call, Arguments args) {
        ScriptingSession session = call.session();
        String name = args.name(0);
        return session.setAttribute(name, args.attribute(1, String.valueOf(name)))
                .orElse(null);
    }

    private static Object invalidate(HttpCall call, Arguments args) {
        if (call.isHttp()) {
            call.session().invalidate();
        }
        return null;
    }

    private static Object setMaxInactiveInterval(HttpCall call, Arguments args) {
        call.session().setMaxInactiveInterval(Duration.ofSeconds(args.seconds(0)));
        return null;
    }
}
