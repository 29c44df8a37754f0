// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server holds after collections of garbage, when nobody calls it and all sessions have expired: the one state that is the
 * same at the start and at the end.
 *
 * @param applications class loaders that have the product
 * @param sessions that did not go in time
 */
record Figures(long heapKib, long metaspaceKib, long applications, long sessions, long threads, long files) {
    private static final Pattern HEAP = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");
    private static final String IN_EACH_APPLICATION = "org.scriptingsession.error.Mistake";
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Waits until the server's sessions are gone, which may take as long as they live, and a round of the server's own then. */
    static Figures settled(Server server, int secondsOfSession, Settings settings) throws IOException, InterruptedException {
        Path java = settings.javaHome();
        long begun = System.nanoTime();
        long patience = PATIENCE_NANOS + TimeUnit.SECONDS.toNanos(secondsOfSession);
        while (sessions(server, java) > 0 && System.nanoTime() - begun < patience) {
            Thread.sleep(2_000);
        }
        // what ends with the application, such as its threads, has a moment to do so
        Figures figures = now(server, java);
        begun = System.nanoTime();
        while (figures.applications > 1 && System.nanoTime() - begun < SETTLING_NANOS) {
            Thread.sleep(1_000);
            figures = now(server, java);
        }
        if (figures.sessions > 0) {
            Path dump = settings.work().resolve("sessions.hprof");
            jcmd(server, java, "GC.heap_dump", dump.toString());
            System.err.println(figures.sessions + " sessions do not go; what holds them is in " + dump);
        }
        return figures;
    }

    /** How many sessions the server has, expired ones among them that it has not looked at since. */
    static long sessions(Server server, Path java) throws IOException, InterruptedException {
        Pattern line = Pattern.compile(
                "(\\d+)\\s+\\d+\\s+" + Pattern.quote(server.classOfSessions()) + "(\\s|$)", Pattern.MULTILINE);
        return line.matcher(jcmd(server, java, "GC.class_histogram"))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }

    private static Figures now(Server server, Path java) throws IOException, InterruptedException {
        Pattern constants = Pattern.compile("\\s" + Pattern.quote(IN_EACH_APPLICATION) + "(\\s|$)", Pattern.MULTILINE);
        long applications = constants
                .matcher(jcmd(server, java, "GC.class_histogram"))
                .results()
                .count();
        // the second frees what the first has only found to be weakly reachable
        jcmd(server, java, "GC.run");
        jcmd(server, java, "GC.run");
        String heap = jcmd(server, java, "GC.heap_info");
        return new Figures(
                number(HEAP, heap),
                number(METASPACE, heap), applications, sessions(server, java),
                entries(server, "task"),
                entries(server, "fd"));
    }

    private static long number(Pattern pattern, String text) {
        MatchResult match =
                pattern.matcher(text).results().findFirst().orElseThrow(() -> new IllegalStateException(text));
        return Long.parseLong(match.group(1));
    }

    private static long entries(Server server, String folder) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc", String.valueOf(server.pid()), folder))) {
            return entries.count();
        }
    }

    private static String jcmd(Server server, Path java, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(java.resolve("bin/jcmd").toString(), String.valueOf(server.pid())));
        words.addAll(List.of(command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }
}
