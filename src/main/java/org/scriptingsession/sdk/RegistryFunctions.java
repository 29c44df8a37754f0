// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.util.List;
import java.util.Map;
import org.scriptingsession.api.SessionRegistry;
import org.scriptingsession.api.UserSession;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JsonText;

/** The host's side of {@code sessions.mjs}: for users in the role that the settings name. */
final class RegistryFunctions {
    private static final String USER = "The user's name";

    private RegistryFunctions() {}

    static void addTo(Map<String, HostFunction> functions, ScriptingConfig config) {
        FunctionGroup<SessionRegistry> sessions =
                new FunctionGroup<>(functions, "sessions", call -> registry(call, config));
        sessions.call("list", (r, args) -> JsonText.of(list(r.sessions(args.string(0, USER)))));
        sessions.call("count", (r, args) -> r.count(args.string(0, USER)));
        sessions.call("end", (r, args) -> r.end(args.string(0, USER), args.string(1, "The session")));
        sessions.call("endAll", (r, args) -> r.endAll(args.string(0, USER)));
    }

    private static List<Map<String, Object>> list(List<UserSession> sessions) {
        return sessions.stream()
                .map(session -> Map.<String, Object>of(
                        "session", session.session(),
                        "created", session.created().toEpochMilli(),
                        "lastAccessed", session.lastAccessed().toEpochMilli()))
                .toList();
    }

    private static SessionRegistry registry(HttpCall call, ScriptingConfig config) {
        boolean allowed = config.security()
                .adminRole()
                .filter(role -> call.request().servlet().isUserInRole(role))
                .isPresent();
        if (!allowed) {
            throw Mistake.NOT_ADMINISTRATOR.with();
        }
        return call.registry();
    }
}
