// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class RequiredLibrariesTest {
    @Test
    void namesAllThatAreMissing() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            String message = assertThrows(ExtensionConfigurationException.class, () -> RequiredLibraries.check(empty))
                    .getMessage();
            assertTrue(message.contains("org.jboss.weld.se:weld-se-core"), message);
            assertTrue(message.contains("org.springframework:spring-test, org.springframework:spring-web"), message);
            assertTrue(message.contains("org.eclipse:yasson"), message);
        }
        assertDoesNotThrow(() -> RequiredLibraries.check(getClass().getClassLoader()));
    }
}
