// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Three times what a server can do, and whether it does then what it can. */
final class Overload {
    private static final double NORMAL = 0.7;
    private static final double TOO_MUCH = 3;
    private static final int ROUNDS_TO_START_WITH = 200;

    /** More than what one phase differs by from the next. */
    private static final double GROWN = 1.02;

    private final Generator generator;
    private final Process server;
    private final Duration time;

    /** Some more than there are contexts, so that one that becomes free is taken at once; few, so that nobody is refused. */
    private final int users;

    /** Of the script that computes. */
    private final int millis;

    private Overload(Generator generator, Process server, Duration time, int contexts, int millis) {
        this.generator = generator;
        this.server = server;
        this.time = time;
        this.users = contexts + contexts / 4;
        this.millis = millis;
    }

    /**
     * Arguments: {@code --wildfly}, {@code --seconds N} of each phase, {@code --contexts N}, {@code --millis N} of work, and
     * options of the server's JVM.
     */
    public static void main(String... arguments) throws Exception {
        List<String> options = new ArrayList<>(List.of(arguments));
        boolean wildfly = options.remove("--wildfly");
        int seconds = Settings.take("--seconds", options, 15);
        int millis = Settings.take("--millis", options, 25);
        int contexts = Settings.take("--contexts", options, 16);
        Settings settings = Settings.of(wildfly, options).with("-Dscripting.contexts=" + contexts);
        try (Server server = Server.start(settings);
                Generator generator = new Generator(server.port())) {
            Overload overload =
                    new Overload(generator, server.process(), Duration.ofSeconds(seconds), contexts, millis);
            String work = Server.CONTEXT + "/js/load/cpu.mjs?rounds=";
            overload.closed(work + ROUNDS_TO_START_WITH, overload.users);
            int rounds = overload.rounds(work);
            Measured busy = overload.measure(work + rounds);
            Measured waiting = overload.measure(Server.CONTEXT + "/js/load/waits.mjs");
            System.out.printf("%s, %s%n%n", server.name(), String.join(" ", settings.jvmOptions()));
            print(List.of(busy, waiting), millis);
            System.out.printf(
                    "%nOf the processors: generator / server in the overload, %s; %s.%n", busy.shares, waiting.shares);
        }
    }

    private Phase closed(String target, int users) throws IOException {
        Phase phase = new Phase(time);
        generator.closed(calls(target, phase), users, time);
        generator.drain();
        return phase;
    }

    private static Supplier<Call> calls(String target, Phase phase) {
        Call call = new Call(target, null, phase);
        return () -> call;
    }

    /** How much the script has to do to take its time. */
    private int rounds(String work) throws IOException {
        int rounds = ROUNDS_TO_START_WITH;
        // twice, since what a request takes without its script is part of the first figure
        for (int i = 0; i < 2; i++) {
            rounds = (int)
                    ((double) rounds * millis / closed(work + rounds, 1).good().millis(0.5));
        }
        return rounds;
    }

    private Measured measure(String target) throws IOException {
        Measured measured = new Measured();
        measured.capacity = warm(target);
        double capacity = measured.capacity.goodPerSecond();
        measured.normal = open(target, NORMAL * capacity);
        generator.drain();
        generator.late();
        Processors processors = new Processors(server);
        measured.overload = open(target, TOO_MUCH * capacity);
        measured.shares = processors.shares();
        measured.late = generator.late();
        // what waits when the overload ends is there still when it is over
        measured.after = open(target, NORMAL * capacity);
        generator.drain();
        measured.capacityAfter = closed(target, users);
        return measured;
    }

    /** Lets the JVM compile what serves and what refuses, until capacity does not grow any more; returns it. */
    private Phase warm(String target) throws IOException {
        Phase last;
        Phase next = closed(target, users);
        do {
            last = next;
            open(target, TOO_MUCH * last.goodPerSecond());
            generator.drain();
            next = closed(target, users);
        } while (next.goodPerSecond() > GROWN * last.goodPerSecond());
        return next.goodPerSecond() > last.goodPerSecond() ? next : last;
    }

    private Phase open(String target, double rate) throws IOException {
        Phase phase = new Phase(time);
        generator.open(calls(target, phase), rate, time);
        return phase;
    }

    private static void print(List<Measured> rows, int millis) {
        System.out.printf(
                "| %.0f times the capacity, for %d s | script that computes for %d ms | script that waits 50 ms | bar |%n"
                        + "|---|---|---|---|%n",
                TOO_MUCH, rows.get(0).overload.time().toSeconds(), millis);
        row(
                rows,
                "capacity before / after, answers a second",
                "",
                m -> String.format("%.0f / %.0f", m.capacity.goodPerSecond(), m.capacityAfter.goodPerSecond()));
        row(rows, "good answers a second", "", m -> String.format("%.0f", m.overload.goodPerSecond()));
        row(rows, "against the larger capacity", ">= 0.9", m -> String.format("%.2f", m.share()));
        row(
                rows,
                "refused (503) a second / of them without Retry-After",
                "/ 0",
                m -> String.format("%.0f / %d", m.overload.refusedPerSecond(), m.overload.withoutRetryAfter()));
        row(rows, "refusal, p50 / p99, ms", "", m -> pair(m.overload.refused()));
        row(rows, "good answer at 70 %, p50 / p99, ms", "", m -> pair(m.normal.good()));
        row(rows, "good answer in the overload, p50 / p99, ms", "", m -> pair(m.overload.good()));
        row(rows, "its p99 against that at 70 %", "<= 3", m -> String.format("%.1f", m.slower()));
        row(rows, "seconds until p99 is below 1.5 times that at 70 %", "<= 5", m -> m.secondsUntilNormal());
        row(rows, "most answers that overtook an earlier call", "", m -> String.valueOf(m.overload.mostOvertaking()));
        row(
                rows,
                "refused at 70 %, before / after",
                "0 / 0",
                m -> String.format(
                        "%d / %d", m.normal.refused().count(), m.after.refused().count()));
        row(rows, "neither good nor refused", "none", m -> m.failures());
        row(rows, "sent late by the generator, p50 / p99, ms", "", m -> pair(m.late));
    }

    private static void row(List<Measured> rows, String name, String bar, Function<Measured, String> value) {
        System.out.println(
                rows.stream().map(value).collect(Collectors.joining(" | ", "| " + name + " | ", " | " + bar + " |")));
    }

    private static String pair(Histogram histogram) {
        return histogram.count() == 0
                ? "-"
                : String.format("%.1f / %.1f", histogram.millis(0.5), histogram.millis(0.99));
    }

    /** One script, from phase to phase. */
    private static final class Measured {
        private Phase capacity;
        private Phase normal;
        private Phase overload;
        private Phase after;
        private Phase capacityAfter;
        private Histogram late;
        private String shares;

        double share() {
            return overload.goodPerSecond() / Math.max(capacity.goodPerSecond(), capacityAfter.goodPerSecond());
        }

        double slower() {
            return overload.good().millis(0.99) / normal.good().millis(0.99);
        }

        String secondsUntilNormal() {
            double enough = 1.5 * normal.good().millis(0.99);
            double[] seconds = after.millisOfSeconds();
            System.err.println("p99 of the seconds after the overload, ms: " + Arrays.toString(seconds));
            for (int second = 0; second < seconds.length; second++) {
                if (seconds[second] < enough) {
                    return String.valueOf(second);
                }
            }
            return "more than " + seconds.length;
        }

        String failures() {
            List<String> all = new ArrayList<>();
            for (Phase phase : List.of(capacity, normal, overload, after, capacityAfter)) {
                phase.failures().forEach((failure, count) -> all.add(count + " x " + failure));
            }
            return all.isEmpty() ? "none" : String.join("; ", all);
        }
    }
}
