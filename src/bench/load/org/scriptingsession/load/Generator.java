// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes calls at a rate, whatever is answered, as users do who do not know of each other (a Poisson process); or, to find out
 * what a server can do, a call for each answer. One thread does all of it, so that the server has the rest of the processors.
 */
final class Generator implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int MOST_CONNECTIONS = 4_000;

    private final InetSocketAddress server;
    private final Selector selector = Selector.open();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Flight> underway = new ArrayDeque<>();
    private final Deque<Flight> unsent = new ArrayDeque<>();
    private final Random random = new Random(20);
    private Histogram late = new Histogram();
    private int connections;
    private int busy;
    private long resent;

    Generator(int port) throws IOException {
        server = new InetSocketAddress("127.0.0.1", port);
    }

    /** Calls come at this rate, per second, for this time. What is on its way then goes on with what is run next. */
    void open(Supplier<Call> calls, double rate, Duration time) throws IOException {
        long begun = System.nanoTime();
        long due = begun + pause(rate);
        while (due - begun < time.toNanos()) {
            long now = System.nanoTime();
            if (due <= now) {
                late.add(now - due);
                make(new Flight(calls.get(), due));
                due += pause(rate);
            } else {
                step(due - now);
            }
        }
        while (System.nanoTime() - begun < time.toNanos()) {
            step(begun + time.toNanos() - System.nanoTime());
        }
    }

    private long pause(double rate) {
        return (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
    }

    /** So many users make a call each, and the next when they have the answer. */
    void closed(Supplier<Call> calls, int users, Duration time) throws IOException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < time.toNanos()) {
            // counted first: a call that cannot be sent ends at once, and another in its place would, too
            for (int free = users - busy; free > 0; free--) {
                make(new Flight(calls.get(), System.nanoTime()));
            }
            step(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Waits until nothing is on its way. */
    void drain() throws IOException {
        while (busy > 0) {
            step(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private void make(Flight flight) throws IOException {
        busy++;
        underway.add(flight);
        send(flight);
    }

    private void send(Flight flight) throws IOException {
        Connection connection = idle.pollLast();
        while (connection != null && !connection.isOpen()) {
            connections--;
            connection = idle.pollLast();
        }
        if (connection == null) {
            if (connections == MOST_CONNECTIONS) {
                unsent.add(flight);
                return;
            }
            try {
                connection = new Connection(selector, server);
            } catch (IOException e) {
                end(flight, Answer.none(e.getClass().getSimpleName() + " " + e.getMessage()));
                return;
            }
            connections++;
        }
        flight.by(connection);
        try {
            connection.send(flight);
        } catch (IOException e) {
            fail(connection, e);
        }
    }

    private void step(long nanos) throws IOException {
        // rounded up: a call may be sent as much as a millisecond late, which counts as time of the server's
        selector.select(key -> serve((Connection) key.attachment()), Math.max(1, (nanos + 999_999) / 1_000_000));
        long now = System.nanoTime();
        while (!underway.isEmpty()
                && (underway.peek().isEnded() || now - underway.peek().due() > PATIENCE_NANOS)) {
            Flight flight = underway.poll();
            if (!flight.isEnded()) {
                giveUp(flight);
            }
        }
        while (!unsent.isEmpty() && (connections < MOST_CONNECTIONS || !idle.isEmpty())) {
            send(unsent.poll());
        }
    }

    private void serve(Connection connection) {
        try {
            if (connection.proceed()) {
                Flight flight = connection.flight();
                Answer answer = connection.answer();
                if (connection.release()) {
                    idle.add(connection);
                } else {
                    connections--;
                }
                end(flight, answer);
            }
        } catch (IOException e) {
            fail(connection, e);
        }
    }

    private void fail(Connection connection, IOException reason) {
        Flight flight = connection.flight();
        connection.close();
        if (flight == null) {
            return;
        }
        connections--;
        if (connection.isStale()) {
            resent++;
            flight.by(null);
            unsent.addFirst(flight);
        } else {
            end(flight, Answer.none(reason.getClass().getSimpleName() + " " + reason.getMessage()));
        }
    }

    private void giveUp(Flight flight) {
        if (flight.connection() == null) {
            unsent.remove(flight);
        } else {
            flight.connection().close();
            connections--;
        }
        end(flight, Answer.none("no answer in " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s"));
    }

    private void end(Flight flight, Answer answer) {
        busy--;
        flight.end(answer);
    }

    /** How late calls were sent since this was asked last: what the generator itself adds to what it measures. */
    Histogram late() {
        Histogram since = late;
        late = new Histogram();
        return since;
    }

    /** How many calls were sent twice, because the server had closed the connection that they were sent on. */
    long resent() {
        return resent;
    }

    @Override
    public void close() throws IOException {
        selector.keys().forEach(key -> ((Connection) key.attachment()).close());
        selector.close();
    }
}
