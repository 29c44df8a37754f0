// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Files of the application that scripts hide. */
class ScriptingInitializerTest {
    @Test
    void aFolderThatIsNotThereHasNoFilesWhateverTheServerReturns() {
        assertFalse(hasFiles(null));
        assertFalse(hasFiles(Set.of()));
        assertTrue(hasFiles(Set.of("/js/app.js")));
    }

    private static boolean hasFiles(Set<String> files) {
        ServletContext application = (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getResourcePaths") && arguments[0].equals("/js/") ? files : null);
        return ScriptingInitializer.hasFiles(application, "/js");
    }
}
