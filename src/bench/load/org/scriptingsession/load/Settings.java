// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How servers are started.
 *
 * @param root of the product's sources
 * @param work where the server's files and logs are
 * @param jvmOptions settings of the product among them
 */
record Settings(Path root, Path work, boolean wildfly, List<String> jvmOptions) {
    /** From the system properties that the scripts beside give. */
    static Settings of(boolean wildfly, List<String> jvmOptions) throws IOException {
        Path root = Path.of(System.getProperty("load.root"));
        Path work = Files.createDirectories(Path.of(System.getProperty("load.work")));
        return new Settings(root, work, wildfly, jvmOptions);
    }

    /** Takes an option and the number after it out of arguments. */
    static int take(String option, List<String> arguments, int otherwise) {
        int place = arguments.indexOf(option);
        if (place < 0) {
            return otherwise;
        }
        arguments.remove(place);
        return Integer.parseInt(arguments.remove(place));
    }

    Settings with(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        // later ones win: what was asked for
        all.addAll(jvmOptions);
        return new Settings(root, work, wildfly, all);
    }

    Path war() {
        return work.resolve("scripting-session.war");
    }

    Path log() {
        return work.resolve("server.log");
    }

    /** The JDK that runs this program runs the server. */
    Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    String java() {
        return javaHome().resolve("bin/java").toString();
    }
}
