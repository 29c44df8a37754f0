// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scriptingsession.error.Mistake;

/**
 * What a server holds after a collection of garbage.
 *
 * @param applications class loaders with the product's classes: each has the constants of this enum once
 * @param metaspaceKilobytes of classes
 * @param threads alive, without those of a pool of Payara's that grows and shrinks by itself
 * @param files open, and sockets
 */
public record JvmFigures(long applications, long metaspaceKilobytes, long threads, long files) {
    private static final Pattern CONSTANTS =
            Pattern.compile("\\s" + Pattern.quote(Mistake.class.getName()) + "(\\s|$)", Pattern.MULTILINE);
    private static final String POOL = "Executor-Servic";
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");

    public static JvmFigures of(long pid) {
        long applications =
                CONSTANTS.matcher(jcmd(pid, "GC.class_histogram")).results().count();
        MatchResult metaspace = METASPACE
                .matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .findFirst()
                .orElseThrow();
        return new JvmFigures(
                applications, Long.parseLong(metaspace.group(1)), threads(pid), entries(pid, "fd", any -> true));
    }

    private static long threads(long pid) {
        return entries(pid, "task", thread -> !name(thread).startsWith(POOL));
    }

    /** As far as Linux keeps it; empty for a thread that has ended. */
    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException ended) {
            return "";
        }
    }

    private static long entries(long pid, String folder, Predicate<Path> counted) {
        try (Stream<Path> entries = Files.list(Path.of("/proc", String.valueOf(pid), folder))) {
            return entries.filter(counted).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
