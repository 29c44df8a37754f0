// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;

class StartMessageTest {
    @Test
    void whatNobodyHasSetIsOff() {
        assertEquals(
                "Scripts answer at /shop/js: 3 in the WAR, no folder. Sessions are of this node alone. On: nothing."
                        + " Off: development mode, inspector, explorer, encrypted attributes, cookies over TLS alone, longest"
                        + " lifetime of sessions, new ids now and then, bound on sessions, bound on sessions of a user,"
                        + " sdk/http/sessions, limit of statements, compiled scripts.",
                StartMessage.of(config(Map.of()), "/shop", 3, false, false));
    }

    @Test
    void whatIsSetIsOn() {
        String said = StartMessage.of(
                config(Map.of(
                        "scripting.development", "true",
                        "scripting.explorer", "local",
                        "scripting.path", "api/scripts",
                        "scripting.sessions.max", "10")),
                "",
                1,
                true,
                true);

        assertEquals(
                "Scripts answer at /api/scripts: 1 in the WAR, no folder. Sessions are shared with other nodes. On: development"
                        + " mode, explorer for this machine, bound on sessions, compiled scripts. Off: inspector, encrypted attributes, cookies"
                        + " over TLS alone, longest lifetime of sessions, new ids now and then, bound on sessions of a user,"
                        + " sdk/http/sessions, limit of statements.",
                said);
    }

    private static ScriptingConfig config(Map<String, String> settings) {
        return ScriptingConfigReader.read(new FixedConfig(settings));
    }
}
