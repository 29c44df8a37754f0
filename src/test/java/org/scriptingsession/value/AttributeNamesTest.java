// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;

/** The application's names are told from those of containers and frameworks. */
class AttributeNamesTest {
    private final AttributeNames names = new AttributeNames(
            ScriptingConfigReader.read(new FixedConfig(Map.of("scripting.session.reserved", "acme., own_"))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WELD_S#0",
                "WELD_S_HASH",
                "org.jboss.weld.context.conversation.ConversationManager",
                "jakarta.faces.request.charset",
                "javax.x",
                "com.sun.faces.application.view.activeViewMaps",
                "org.glassfish.soteria.original.request",
                "org.eclipse.krazo.security.CsrfToken",
                "csfcffFSAL",
                "org.apache.catalina.x",
                "io.undertow.x",
                "SPRING_SECURITY_CONTEXT",
                "__private",
                "acme.state",
                "own_x"
            })
    void reservedNamesAreNeitherSeenNorSet(String name) {
        assertFalse(names.isApplication(name));
        assertEquals(
                ErrorCode.INVALID_NAME, refused(() -> names.checkWritable(name)).code());
        assertDoesNotThrow(() -> names.check(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "cart", "weld", "jakarta", "organic", "_x", "acme", "日本", " ", "x.jakarta.y"})
    void otherNamesAreTheApplications(String name) {
        assertTrue(names.isApplication(name));
        assertDoesNotThrow(() -> names.checkWritable(name));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void whatIsNoNameIsRefused(String name) {
        assertEquals(ErrorCode.INVALID_NAME, refused(() -> names.check(name)).code());
    }

    @Test
    void aNameHasAtMost1024Characters() {
        assertDoesNotThrow(() -> names.check("n".repeat(1024)));
        assertEquals(
                "SCRIPTING-0404", refused(() -> names.check("n".repeat(1025))).id());
    }

    private static ScriptingException refused(Executable work) {
        return assertThrows(ScriptingException.class, work);
    }
}
