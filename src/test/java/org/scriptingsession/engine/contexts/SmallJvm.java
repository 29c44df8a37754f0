// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a program said in a JVM of its own, with the tests' class path and opened as servers open theirs, and how it ended. */
record SmallJvm(int exit, String output) {
    private static final String OPENS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    static SmallJvm run(Class<?> main, String option, String... arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = Stream.concat(
                        Stream.of(java, option, OPENS, "-cp", System.getProperty("java.class.path"), main.getName()),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new SmallJvm(process.waitFor(), output);
    }
}
