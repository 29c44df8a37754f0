// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.List;
import java.util.Map;
import org.scriptingsession.api.SessionRegistry;
import org.scriptingsession.api.UserSession;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.FoundValue;

/** The host's side of {@code sessions.mjs}: for users in the role that the settings name. */
final class RegistryFunctions {
    private static final String USER = "The user's name";

    private RegistryFunctions() {}

    static void addTo(Map<String, HostFunction> functions, ScriptingConfig config) {
        functions.put("sessions.list", (call, args) -> new FoundValue("sessions", list(registry(call, config), args)));
        functions.put("sessions.count", (call, args) -> registry(call, config).count(args.string(0, USER)));
        functions.put("sessions.end", (call, args) -> registry(call, config)
                .end(args.string(0, USER), args.string(1, "The session")));
        functions.put("sessions.endAll", (call, args) -> registry(call, config).endAll(args.string(0, USER)));
    }

    private static List<Map<String, Object>> list(SessionRegistry registry, Arguments args) {
        return registry.sessions(args.string(0, USER)).stream()
                .map(RegistryFunctions::describe)
                .toList();
    }

    private static Map<String, Object> describe(UserSession session) {
        return Map.of(
                "session", session.session(), "created", session.created(), "lastAccessed", session.lastAccessed());
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
