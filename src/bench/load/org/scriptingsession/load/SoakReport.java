// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.util.Map;

/** Holds what a soak has shown against its bars. */
final class SoakReport {
    private static final double MIB = 1024;

    private final boolean isShort;
    private final Tally tally;
    private final Figures before;
    private final Figures after;
    private boolean held = true;

    SoakReport(boolean isShort, Tally tally, Figures before, Figures after) {
        this.isShort = isShort;
        this.tally = tally;
        this.before = before;
        this.after = after;
    }

    /** @return whether all bars held */
    boolean print(long sessions, long aliveAtLeast, long alive) {
        System.out.println("| Call | right answers |\n|---|---|");
        for (Kind kind : Kind.values()) {
            System.out.printf("| %s | %d |%n", kind.what(), tally.right(kind));
        }
        System.out.println("\n| Bar | before | after | bar | held |\n|---|---|---|---|---|");
        most("heap after GC, MiB", before.heapKib() / MIB, after.heapKib() / MIB, 5);
        most("metaspace, MiB", before.metaspaceKib() / MIB, after.metaspaceKib() / MIB, 5);
        // the one before may be held, by the JDK's cache of method handles among others, until another comes: see
        // RedeployIT
        most("class loaders of the application", before.applications(), after.applications(), 0);
        most("sessions that do not go", before.sessions(), after.sessions(), 0);
        most("threads", before.threads(), after.threads(), 5);
        most("handles", before.files(), after.files(), 5);
        // the application that is there at the end is some minutes old, and the JVM still compiles it
        double slower = isShort ? 2 : 1.2;
        double first = tally.first().millis(0.99);
        double last = tally.last().millis(0.99);
        bar("p99 of the first and the last part, ms", first, last, "<= " + slower + " times", last <= slower * first);
        long begun = tally.right(Kind.BEGIN);
        bar("sessions through", 0, begun, ">= " + sessions, begun >= sessions);
        bar("sessions alive at the end of the traffic", 0, alive, ">= " + aliveAtLeast, alive >= aliveAtLeast);
        int wrong = sum(tally.wrong());
        bar("wrong answers", 0, wrong, "0", wrong == 0);
        System.out.printf(
                "%nThe redeploy took %.1f s; of %d calls that met it or the 30 s after it %d went wrong, "
                        + "the last %.1f s after its end.%n",
                tally.secondsOfRedeploy(),
                tally.inRedeploy(),
                sum(tally.wrongInRedeploy()),
                tally.secondsOfLastWrong());
        list("In the redeploy", tally.wrongInRedeploy());
        list("WRONG", tally.wrong());
        return held;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void list(String title, Map<String, Integer> counts) {
        counts.forEach(
                (what, count) -> System.out.println("- " + title + ", " + count + " x " + what.replace('\n', ' ')));
    }

    private void most(String name, double was, double is, int more) {
        bar(name, was, is, "+ " + more, is <= was + more);
    }

    private void bar(String name, double was, double is, String bar, boolean holds) {
        held &= holds;
        System.out.printf("| %s | %.1f | %.1f | %s | %s |%n", name, was, is, bar, holds ? "yes" : "NO");
    }
}
