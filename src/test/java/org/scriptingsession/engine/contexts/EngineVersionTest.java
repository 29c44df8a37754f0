// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** An application finds the engine that the product was built with, or is refused. */
class EngineVersionTest {
    private static final String CLASS = "org/graalvm/polyglot/Engine.class";
    private static final String VERSION = "META-INF/graalvm/org.graalvm.polyglot/version";

    @Test
    void theEngineOfTheBuildIsTheOneThatIsNeeded() {
        assertDoesNotThrow(() -> EngineVersion.require());
    }

    @Test
    void anotherVersionIsNamed() {
        Failure refused =
                refused(new Server(Map.of(CLASS, engine(), VERSION, "24.2.0\n".getBytes(StandardCharsets.UTF_8))));

        assertTrue(
                refused.getMessage().contains("GraalJS " + EngineVersion.NEEDED + ", and the server offers 24.2.0."),
                refused::getMessage);
    }

    @Test
    void oneThatDoesNotSayItsVersionIsRefused() {
        assertTrue(refused(new Server(Map.of(CLASS, engine()))).getMessage().contains("offers one without a version."));
    }

    @Test
    void noneIsRefused() {
        assertTrue(refused(new Server(Map.of())).getMessage().contains("offers none."));
    }

    private static Failure refused(ClassLoader server) {
        return Failures.of(Mistake.OTHER_ENGINE, () -> EngineVersion.require(server));
    }

    private static byte[] engine() {
        try (InputStream in = Engine.class.getResourceAsStream("Engine.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has these files and the JDK's. */
    private static final class Server extends ClassLoader {
        private final Map<String, byte[]> files;

        Server(Map<String, byte[]> files) {
            super(ClassLoader.getPlatformClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            byte[] file = files.get(name);
            return file == null ? null : new ByteArrayInputStream(file);
        }
    }
}
