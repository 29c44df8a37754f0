// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scriptingsession.error.Mistake;

/**
 * What a server holds after a collection of garbage.
 *
 * @param applications class loaders with the product's classes: each has the constants of this enum once
 * @param metaspaceKilobytes of classes
 * @param threadsByName alive, by the name of their pool, without those of Payara's {@link #POOLS} that grow and shrink by themselves
 * @param files open, and sockets
 */
public record JvmFigures(long applications, long metaspaceKilobytes, Map<String, Long> threadsByName, long files) {
    private static final Pattern CONSTANTS =
            Pattern.compile("\\s" + Pattern.quote(Mistake.class.getName()) + "(\\s|$)", Pattern.MULTILINE);

    /** What deploys, reads the domain's configuration and starts services, as Linux cuts the names of threads. */
    private static final List<String> POOLS = List.of("Executor-Servic", "GF Domain XML", "RunLevelControl");

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
                applications,
                Long.parseLong(metaspace.group(1)),
                threads(pid),
                entries(pid, "fd").size());
    }

    /** Alive. */
    public long threads() {
        return threadsByName.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> threads(long pid) {
        return entries(pid, "task").stream()
                .map(JvmFigures::name)
                .filter(name -> POOLS.stream().noneMatch(name::startsWith))
                .collect(Collectors.groupingBy(
                        name -> name.replaceAll("\\W*\\d.*", ""), TreeMap::new, Collectors.counting()));
    }

    /** As far as Linux keeps it; empty for a thread that has ended. */
    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException ended) {
            return "";
        }
    }

    private static List<Path> entries(long pid, String folder) {
        try (Stream<Path> entries = Files.list(Path.of("/proc", String.valueOf(pid), folder))) {
            return entries.toList();
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
