// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the server that Arquillian manages says from a moment on.
 *
 * @param file that the server writes
 * @param begin where in the file that moment is
 */
public record ServerLog(Path file, long begin) {
    /** What begins a record of either server, or a line that a library prints by itself. */
    private static final Pattern RECORD = Pattern.compile("(?m)^(?=\\[|\\d\\d:\\d\\d:|\\d{4}-\\d\\d-\\d\\d)");

    private static final Pattern LOUD = Pattern.compile("WARN|SEVERE|ERROR|FATAL");
    private static final Pattern OURS = Pattern.compile("(?i)scripting|graal|truffle|polyglot|\\[engine]");

    /** From now on. To be called when the server runs. */
    public static ServerLog now() {
        Path file = System.getProperty("arquillian.launch").equals("wildfly")
                ? Path.of(System.getProperty("it.wildfly.base"), "log", "server.log")
                : Path.of("/proc", String.valueOf(ServerPid.find()), "fd", "2");
        try {
            Path real = file.toRealPath();
            return new ServerLog(real, Files.size(real));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was said since. */
    public String text() {
        return from(begin);
    }

    /** All that the server has said since its start. */
    public String fromTheBeginning() {
        return from(0);
    }

    private String from(long position) {
        try {
            byte[] all = Files.readAllBytes(file);
            return new String(all, (int) position, all.length - (int) position, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Warnings and errors that name the product or its engine. */
    public List<String> faults() {
        return Arrays.stream(RECORD.split(text()))
                .filter(record ->
                        LOUD.matcher(record).find() && OURS.matcher(record).find())
                .toList();
    }
}
