// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.scriptingsession.error.Mistake;

/**
 * Which engine the application finds: in its {@code WEB-INF/lib}, or where its server keeps libraries. The product goes into the
 * engine's inner classes, which change from version to version.
 */
public final class EngineVersion {
    /** As in {@code pom.xml}. */
    static final String NEEDED = "25.0.5";

    private static final String ENGINE = "org.graalvm.polyglot.Engine";
    private static final String VERSION = "META-INF/graalvm/org.graalvm.polyglot/version";
    private static final String UNKNOWN = "one without a version";

    private EngineVersion() {}

    /**
     * To be called before any other class that needs the engine.
     *
     * @throws org.scriptingsession.api.ScriptingException when the engine is of another version, or not there
     */
    public static void require() {
        require(EngineVersion.class.getClassLoader());
    }

    static void require(ClassLoader application) {
        String found = found(application);
        if (!found.equals(NEEDED)) {
            throw Mistake.OTHER_ENGINE.with(NEEDED, found);
        }
    }

    private static String found(ClassLoader application) {
        try {
            // where the class comes from, since the version's file may lie in several libraries
            ClassLoader engine = Class.forName(ENGINE, false, application).getClassLoader();
            try (InputStream version = engine.getResourceAsStream(VERSION)) {
                return version == null ? UNKNOWN : new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        } catch (ClassNotFoundException absent) {
            return "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
