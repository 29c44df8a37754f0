// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.time.Duration;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.scriptingsession.value.FoundValue;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.StoredValue;

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
        addTyped(functions);
        functions.put(
                "session.removeAttribute",
                (call, args) -> call.session().removeAttribute(args.name(0)).orElse(null));
        functions.put("session.setMaxInactiveInterval", SessionFunctions::setMaxInactiveInterval);
    }

    private static Object setAttribute(HttpCall call, Arguments args) {
        return call.session().setAttribute(args.name(0), args.storable(1)).orElse(null);
    }

    private static void addTyped(Map<String, HostFunction> functions) {
        functions.put("session.get", (call, args) -> {
            String name = args.name(0);
            return found(name, call.session().get(name).orElse(null));
        });
        functions.put("session.set", (call, args) -> {
            call.session().set(args.name(0), args.storable(1));
            return null;
        });
        functions.put("session.has", (call, args) -> call.session().has(args.name(0)));
        functions.put("session.delete", (call, args) -> call.session().delete(args.name(0)));
        functions.put("session.update", SessionFunctions::update);
        functions.put("session.changeId", (call, args) -> call.session().changeId());
    }

    /** (name, function of the packed value that returns the packed next one). */
    private static Object update(HttpCall call, Arguments args) {
        String name = args.name(0);
        Value function = args.function(1, "What update() is given");
        Object updated = call.session().update(name, call.patience(), current -> function.execute(found(name, current))
                .as(StoredValue.class));
        return found(name, updated);
    }

    private static FoundValue found(String name, Object value) {
        return value == null ? null : new FoundValue(name, value);
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
