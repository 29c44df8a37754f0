// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.KnownServer;

/**
 * Tells the application's attributes from those that containers and frameworks keep in the session: a script that could
 * read or replace these would get at other components' state.
 */
@Dependent
public final class AttributeNames {
    private static final int LONGEST = 1024;
    private static final List<String> BUILT_IN = List.of(
            "org.scriptingsession.",
            // Weld
            "WELD_",
            "org.weld.",
            // Jakarta EE, its predecessor, and their implementations
            "jakarta.",
            "javax.",
            "java.",
            "sun.",
            "org.eclipse.",
            "io.smallrye.",
            "org.omnifaces.",
            "org.primefaces.",
            "primefaces.",
            "facelets.",
            // Mojarra's flash
            "csfcff",
            "RESTEASY_",
            "resteasy.",
            "jersey.",
            // Spring, Shiro, Vaadin
            "org.springframework.",
            "SPRING_",
            "scopedTarget.",
            "com.vaadin.",
            // what a name beginning with two underscores says by custom
            "__");

    private final List<String> reserved = new ArrayList<>(BUILT_IN);

    @Inject
    public AttributeNames(ScriptingConfig config) {
        // those of all servers on each of them, so that scripts see one behaviour everywhere
        KnownServer.all().forEach(server -> reserved.addAll(server.attributePrefixes()));
        reserved.addAll(config.reservedPrefixes());
    }

    /** Whether the name is the application's own, so that scripts may know of it. */
    public boolean isApplication(String name) {
        for (String prefix : reserved) {
            if (name.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }

    /** For reads: a name that is one at all. */
    public void check(String name) {
        if (name == null || name.isEmpty() || name.length() > LONGEST) {
            throw Mistake.INVALID_ATTRIBUTE_NAME.with();
        }
    }

    /** For writes and removals: a name of the application. */
    public void checkWritable(String name) {
        check(name);
        if (!isApplication(name)) {
            throw Mistake.RESERVED_ATTRIBUTE_NAME.with(name);
        }
    }
}
