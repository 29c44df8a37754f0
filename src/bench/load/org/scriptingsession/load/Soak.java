// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A server that works for long, with a redeploy in the middle, and what it holds then that it did not hold before. */
final class Soak {
    private static final int USERS = 16;

    /** More than servers have threads for HTTP (200 on Payara): those are there from then on, and not first in the redeploy. */
    private static final int CROWD = 250;

    private static final int VISITORS = 2_000;
    private static final int SESSIONS = 100_000;
    private static final int MOST_OF_CALLS_PERCENT = 40;
    private static final int LONG_MINUTES = 30;

    /** Payara ends what has expired once a minute, all of it at once: work that belongs to what a server can do. */
    private static final Duration CAPACITY_TIME = Duration.ofSeconds(60);

    private static final Duration SHORT_CAPACITY_TIME = Duration.ofSeconds(30);
    private static final double NEXT_RATE = 0.9;

    /** For which an application is new. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private static final int SECONDS_OF_SESSION_IN_WARM_UP = 10;

    private final Server server;
    private final Generator generator;
    private final Mix mix;
    private final Settings settings;
    private final int minutes;
    private final int percent;

    private Soak(Server server, Generator generator, Settings settings, int minutes, int percent) {
        this.server = server;
        this.generator = generator;
        this.settings = settings;
        this.minutes = minutes;
        this.percent = percent;
        mix = new Mix(settings.work().resolve("folder"));
    }

    /** Arguments: {@code --wildfly}, {@code --minutes N}, {@code --load PERCENT} of the capacity, and options of the JVM. */
    public static void main(String... arguments) throws Exception {
        List<String> options = new ArrayList<>(List.of(arguments));
        boolean wildfly = options.remove("--wildfly");
        int minutes = Settings.take("--minutes", options, LONG_MINUTES);
        int percent = Settings.take("--load", options, 70);
        Settings settings = Settings.of(wildfly, options);
        settings = settings.with(
                "-Dscripting.scripts.directory=" + settings.work().resolve("folder"), "-Dscripting.timeout=PT2S");
        boolean held;
        try (Server server = Server.start(settings);
                Generator generator = new Generator(server.port())) {
            held = new Soak(server, generator, settings, minutes, percent).run();
        }
        System.exit(held ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        Duration time = Duration.ofMinutes(minutes);
        Duration warming = minutes < LONG_MINUTES ? Duration.ofSeconds(30) : Duration.ofSeconds(90);
        // the first redeploy is one too many for the server's own caches: both figures are taken after one
        closed(0.2, warming, USERS);
        say("a redeploy, before what is measured");
        server.redeploy();
        mix.applicationChanges();
        double guess = closed(0.2, warming, USERS);
        closed(0.2, Duration.ofSeconds(15), CROWD);
        double rate = capacity(closed(share(guess, time), warming, USERS), time) * percent / 100;
        double share = share(rate, time);
        int secondsOfSession = (int) time.toSeconds() / 10;
        Figures before = Figures.settled(server, SECONDS_OF_SESSION_IN_WARM_UP, settings);
        say(String.format("%.0f calls a second, %.0f %% of them begin a session; %s", rate, share * 100, before));

        long timed = Math.min(60, time.toSeconds() / 6);
        Tally tally = new Tally(SETTLING.toNanos(), TimeUnit.SECONDS.toNanos(timed), time.toNanos());
        int visitors = (int) Math.min(VISITORS, share * rate * secondsOfSession / Mix.LOGOUTS);
        mix.plan(share, secondsOfSession, visitors, tally);
        generator.late();
        Processors processors = new Processors(server.process());
        generator.open(mix, rate, time.dividedBy(2));
        CompletableFuture<Void> redeploy = CompletableFuture.runAsync(() -> redeploy(tally));
        generator.open(mix, rate, time.dividedBy(2));
        String shares = processors.shares();
        generator.drain();
        redeploy.join();
        long alive = Figures.sessions(server, settings.javaHome());
        Figures after = Figures.settled(server, secondsOfSession, settings);

        SoakReport report = new SoakReport(minutes < LONG_MINUTES, tally, before, after);
        System.out.printf(
                "%s, %d minutes, %.0f calls a second (%d %% of its capacity)%n"
                        + "Processors: generator / server %s; sent late by the generator, p99: %.1f ms%n%n",
                server.name(), minutes, rate, percent, shares, generator.late().millis(0.99));
        long sessions = (long) Math.min(SESSIONS, 0.9 * share * rate * (time.toSeconds() - SETTLING.toSeconds()));
        System.out.printf("Visits replaced since all visitors waited for their answers: %d%n%n", mix.replaced());
        return report.print(sessions, aliveAtLeast(share * rate, secondsOfSession), alive);
    }

    /** So many sessions that 100,000 go through, if the calls are enough for visits beside them. */
    private static double share(double rate, Duration time) {
        double seconds = time.minus(SETTLING).minus(SETTLING).toSeconds();
        return Math.min(MOST_OF_CALLS_PERCENT / 100.0, SESSIONS / seconds / rate);
    }

    /** Those that were left to their end in the last seconds. */
    private static long aliveAtLeast(double begunPerSecond, int seconds) {
        return (long) (0.9 * begunPerSecond * seconds * (Mix.LOGOUTS - 1) / Mix.LOGOUTS);
    }

    /**
     * The most calls a second that come whether others are answered or not, and are all answered as they should be. Users who
     * wait for their answers get more out of a server: never does more come than it can do just then, be it with a script in a
     * loop on one of its processors.
     *
     * @param most how much the server does for users who wait
     */
    private double capacity(double most, Duration time) throws IOException {
        Duration trial = minutes < LONG_MINUTES ? SHORT_CAPACITY_TIME : CAPACITY_TIME;
        for (double rate = most; rate >= most / 2; rate *= NEXT_RATE) {
            Tally tally = new Tally(0, 0, trial.toNanos());
            mix.plan(share(rate, time), SECONDS_OF_SESSION_IN_WARM_UP, VISITORS, tally);
            generator.open(mix, rate, trial);
            generator.drain();
            say(String.format("%.0f calls a second: %s", rate, tally.wrong().isEmpty() ? "all right" : tally.wrong()));
            if (tally.wrong().isEmpty()) {
                return rate;
            }
            if (!tally.wrong().keySet().stream().allMatch(Soak::isOverload)) {
                throw new IllegalStateException("wrong at " + rate + " calls a second: " + tally.wrong());
            }
        }
        throw new IllegalStateException("not even half of " + most + " calls a second are answered right");
    }

    /** What a server may answer that has too much to do. */
    private static boolean isOverload(String answer) {
        return answer.contains(": 503 ") || answer.contains(": 0 no answer");
    }

    /** @return right answers a second */
    private double closed(double share, Duration time, int users) throws IOException {
        Tally tally = new Tally(0, 0, time.toNanos());
        mix.plan(share, SECONDS_OF_SESSION_IN_WARM_UP, VISITORS / 10, tally);
        generator.closed(mix, users, time);
        generator.drain();
        long right = 0;
        for (Kind kind : Kind.values()) {
            right += tally.right(kind);
        }
        if (right == 0 || !tally.wrong().isEmpty()) {
            say("wrong in the warm-up: " + tally.wrong());
        }
        return (double) right / time.toSeconds();
    }

    private void redeploy(Tally tally) {
        say("the redeploy");
        tally.redeployBegins();
        mix.applicationChanges();
        try {
            server.redeploy();
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
        mix.applicationChanges();
        tally.redeployEnded();
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
