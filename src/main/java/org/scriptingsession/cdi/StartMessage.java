// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.SecurityConfig;

/** What the log says once, when an application has started: where scripts answer, what is on and what is not. */
final class StartMessage {
    private StartMessage() {}

    /**
     * @param contextPath of the application
     * @param scripts how many there are in the WAR
     * @param shared whether other nodes serve the sessions as well
     * @param compiled whether scripts are
     */
    static String of(ScriptingConfig config, String contextPath, int scripts, boolean shared, boolean compiled) {
        Map<String, Boolean> parts = parts(config);
        parts.put("compiled scripts", compiled);
        List<String> on = new ArrayList<>();
        List<String> off = new ArrayList<>();
        parts.forEach((part, isOn) -> (isOn ? on : off).add(part));
        return "Scripts answer at %s%s: %d in the WAR, %s. Sessions are %s. On: %s. Off: %s."
                .formatted(
                        contextPath,
                        config.path(),
                        scripts,
                        config.scriptsDirectory()
                                .map(folder -> "before them those of " + folder)
                                .orElse("no folder"),
                        shared ? "shared with other nodes" : "of this node alone",
                        joined(on),
                        joined(off));
    }

    private static Map<String, Boolean> parts(ScriptingConfig config) {
        SecurityConfig security = config.security();
        Map<String, Boolean> parts = new LinkedHashMap<>();
        parts.put("development mode", config.development());
        parts.put("inspector", config.inspectPort().isPresent());
        String explorer = config.explorer().role().map(role -> " for " + role).orElse(" for this machine");
        parts.put(
                "explorer" + (config.explorer().isOn() ? explorer : ""),
                config.explorer().isOn());
        parts.put("encrypted attributes", !security.encryptedAttributes().isEmpty());
        parts.put("cookies over TLS alone", security.cookieSecure());
        parts.put("longest lifetime of sessions", security.maxLifetime().isPresent());
        parts.put("new ids now and then", security.renewIdAfter().isPresent());
        parts.put("bound on sessions", security.maxSessions().isPresent());
        parts.put("bound on sessions of a user", security.maxPerUser().isPresent());
        parts.put("sdk/http/sessions", security.adminRole().isPresent());
        parts.put("limit of statements", config.statementsLimit().isPresent());
        return parts;
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }
}
