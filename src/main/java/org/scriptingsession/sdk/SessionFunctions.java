// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.engine.values.Arguments;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.value.FoundValue;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.StoredValue;

/** The host's side of {@code session.mjs}. */
final class SessionFunctions {
    private SessionFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        FunctionGroup<HttpCall> call = new FunctionGroup<>(functions, "session", Function.identity());
        call.get("isValid", c -> c.isHttp() && c.session().isValid());
        call.run("invalidate", (c, args) -> {
            if (c.isHttp()) {
                c.session().invalidate();
            }
        });
        call.call("update", SessionFunctions::update);

        FunctionGroup<ScriptingSession> session = new FunctionGroup<>(functions, "session", HttpCall::session);
        session.get("getId", ScriptingSession::getId);
        session.get("changeId", ScriptingSession::changeId);
        session.get("isNew", ScriptingSession::isNew);
        session.get("getCreationTime", s -> s.getCreationTime().toEpochMilli());
        session.get("getLastAccessedTime", s -> s.getLastAccessedTime().toEpochMilli());
        session.get(
                "getMaxInactiveInterval", s -> (int) s.getMaxInactiveInterval().toSeconds());
        session.run(
                "setMaxInactiveInterval", (s, args) -> s.setMaxInactiveInterval(Duration.ofSeconds(args.seconds(0))));
        addAttributes(session);
    }

    private static void addAttributes(FunctionGroup<ScriptingSession> session) {
        session.get("getAttributeNames", s -> JsonText.of(s.getAttributeNames()));
        session.call("getAttribute", (s, args) -> s.getAttribute(args.name(0)).orElse(null));
        session.call("setAttribute", (s, args) -> s.setAttribute(args.name(0), args.storable(1))
                .orElse(null));
        session.call(
                "removeAttribute", (s, args) -> s.removeAttribute(args.name(0)).orElse(null));
        session.call("get", SessionFunctions::get);
        session.run("set", (s, args) -> s.set(args.name(0), args.storable(1)));
        session.call("has", (s, args) -> s.has(args.name(0)));
        session.call("delete", (s, args) -> s.delete(args.name(0)));
    }

    private static Object get(ScriptingSession session, Arguments args) {
        String name = args.name(0);
        return found(name, session.get(name).orElse(null));
    }

    /** (name, function of the packed value that returns the packed next one). */
    private static Object update(HttpCall call, Arguments args) {
        String name = args.name(0);
        Function<Object, StoredValue> function = args.function(1, "What update() is given");
        return found(name, call.session().update(name, call.patience(), value -> function.apply(found(name, value))));
    }

    private static FoundValue found(String name, Object value) {
        return value == null ? null : new FoundValue(name, value);
    }
}
