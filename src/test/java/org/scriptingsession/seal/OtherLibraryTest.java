// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.Mistake;

/** An application that brings a protobuf which Tink does not know is told so, and what to bring. */
class OtherLibraryTest {
    @Test
    void aProtobufThatIsTooOldIsNamed() throws Exception {
        // Tink is there before the keyset is read
        String keyset = "{}";
        ScriptingConfig config = ScriptingConfigReader.read(
                new FixedConfig(Map.of("scripting.encryption.attributes", "x", "scripting.encryption.keyset", keyset)));
        var seal = new OldProtobuf().loadClass(AttributeSeal.class.getName()).getConstructor(ScriptingConfig.class);

        Throwable failure = assertThrows(InvocationTargetException.class, () -> seal.newInstance(config))
                .getCause();

        assertEquals(Mistake.OTHER_LIBRARY, Mistake.of((ScriptingException) failure), failure::toString);
        assertTrue(failure.getMessage().contains("RuntimeVersion"), failure::getMessage);
    }

    @Test
    void withoutEncryptionItDoesNotMatter() throws Exception {
        ScriptingConfig config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        Class<?> type = new OldProtobuf().loadClass(AttributeSeal.class.getName());
        Object seal = type.getConstructor(ScriptingConfig.class).newInstance(config);

        assertEquals(false, type.getMethod("covers", String.class).invoke(seal, "x"));
    }

    /** Protobuf 3 has no such class. */
    private static final class OldProtobuf extends ClassLoader {
        private OldProtobuf() {
            super(OtherLibraryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("com.google.") && !name.startsWith(AttributeSeal.class.getPackageName())) {
                return super.loadClass(name, resolve);
            }
            if (name.equals("com.google.protobuf.RuntimeVersion")) {
                throw new ClassNotFoundException(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
