// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValues;

/** A timer or a message has no session: every method says so, instead of a failing injection. */
class OutsideHttpTest {
    private static final ScriptingSession SESSION = session();

    @Test
    void itIsNotValidAndHasNothingToEnd() {
        SESSION.invalidate();

        assertFalse(SESSION.isValid());
    }

    /** Whoever logs the injected session must not log the settings, the keyset among them. */
    @Test
    void itsTextTellsNoSettings() {
        assertFalse(SESSION.toString().contains("keyset"), SESSION::toString);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void allElseIsRefused(Executable use) {
        assertEquals(
                ErrorCode.NO_HTTP_CALL,
                assertThrows(ScriptingException.class, use).code());
    }

    static Stream<Executable> uses() {
        return Stream.of(
                () -> SESSION.getAttribute("a"),
                SESSION::getAttributeNames,
                SESSION::getCreationTime,
                SESSION::getId,
                SESSION::getLastAccessedTime,
                SESSION::getMaxInactiveInterval,
                SESSION::isNew,
                () -> SESSION.setAttribute("a", "b"),
                () -> SESSION.setAttribute("a", null),
                () -> SESSION.removeAttribute("a"),
                () -> SESSION.setMaxInactiveInterval(Duration.ofSeconds(1)),
                () -> SESSION.get("a"),
                () -> SESSION.get("a", String.class),
                () -> SESSION.set("a", 1),
                () -> SESSION.has("a"),
                () -> SESSION.delete("a"),
                () -> SESSION.update("a", value -> value),
                () -> SESSION.update("a", Duration.ofSeconds(1), value -> value),
                SESSION::changeId);
    }

    private static ScriptingSession session() {
        ScriptingConfig config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        HeldSession held = new HeldSession(null, null, () -> {});
        SessionAttributes attributes = new SessionAttributes(
                held,
                config,
                new AttributeNames(config),
                new AttributeValues(config),
                new AttributeSeal(config),
                new SessionRandom());
        return new ServletScriptingSession(held, attributes, new SessionLocks(), config);
    }
}
