// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.config.ContextsConfig;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** Contexts are had in order, nobody waits in vain for long, and slow calls leave some to others. */
@Timeout(60)
class ContextQueueTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private final PoolStatistics statistics = new PoolStatistics();
    private final BlockingQueue<Entered> entered = new LinkedBlockingQueue<>();
    private final List<Thread> waiting = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Thread thread : waiting) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void whoWaitsIsServedInOrder() throws InterruptedException {
        ContextQueue queue = queue(1, LONG);
        Place first = queue.enter(new Caller("a", null, 0));
        waits(queue, "b", null);
        waits(queue, "c", null);
        waits(queue, "d", null);

        queue.leave(first);

        queue.leave(next("b"));
        queue.leave(next("c"));
        queue.leave(next("d"));
        assertEquals(3, statistics.getWaits());
        assertEquals(0, statistics.getRefused());
    }

    @Test
    void whoHasWaitedInVainLeavesTheQueue() throws InterruptedException {
        ContextQueue queue = queue(1, Duration.ofMillis(20));
        Place first = queue.enter(new Caller("a", null, 0));
        Failures.of(Mistake.NO_FREE_CONTEXT, () -> queue.enter(new Caller("b", null, 0)));
        queue.leave(first);

        queue.leave(queue.enter(new Caller("c", null, 0)));
        assertEquals(1, statistics.getRefused());
    }

    @Test
    void thereIsRoomUntilWhoCameNowWouldWaitTooLong() throws InterruptedException {
        ContextQueue queue = queue(1, LONG);
        assertTrue(queue.hasRoom(LONG.toNanos() + 1));
        learns(queue, "a", Duration.ofSeconds(4));
        Place busy = queue.enter(new Caller("a", null, 0));
        waits(queue, "a", null);

        assertTrue(queue.hasRoom(0));
        // the one who waits holds the context for four seconds, too
        assertFalse(queue.hasRoom(LONG.minusSeconds(2).toNanos()));
        assertEquals(0, statistics.getRefused());
        queue.leave(busy);
        queue.leave(next("a"));
        assertTrue(queue.hasRoom(LONG.minusSeconds(2).toNanos()));
    }

    @Test
    void whoIsRefusedMakesNobodyWait() throws InterruptedException {
        ContextQueue queue = queue(1, LONG);
        learns(queue, "a", Duration.ofSeconds(10));
        Place busy = queue.enter(new Caller("a", null, 0));
        waits(queue, "a", null);

        Caller late = new Caller("a", null, LONG.minusSeconds(2).toNanos());
        Failures.of(Mistake.NO_FREE_CONTEXT, () -> queue.enter(late));
        // one that has a context and one that waits, ten seconds each
        assertTrue(queue.hasRoom(LONG.minusSeconds(25).toNanos()));
        queue.leave(busy);
        queue.leave(next("a"));
    }

    @Test
    void whatACallHasWaitedForAThreadCounts() throws InterruptedException {
        ContextQueue queue = queue(1, LONG);
        Caller late = new Caller("late", null, LONG.toNanos() + 1);
        // nobody is refused what there is
        Place first = queue.enter(late);

        // whoever waits finds that it is interrupted
        Thread.currentThread().interrupt();
        Failures.of(Mistake.NO_FREE_CONTEXT, () -> queue.enter(late));
        assertTrue(Thread.interrupted());
        queue.leave(first);
        assertEquals(1, statistics.getRefused());
    }

    @Test
    void whoWouldWaitTooLongIsToldAtOnce() throws InterruptedException {
        ContextQueue queue = queue(1, Duration.ofMillis(10));
        learns(queue, "slow", Duration.ofSeconds(30));
        Place busy = queue.enter(new Caller("slow", null, 0));

        // whoever waits finds that it is interrupted; half a minute is to come here
        Thread.currentThread().interrupt();
        Failures.of(Mistake.NO_FREE_CONTEXT, () -> queue.enter(new Caller("quick", null, 0)));
        assertTrue(Thread.interrupted());
        queue.leave(busy);
    }

    @Test
    void slowCallsOfOneScriptDoNotMakeOthersLookSlow() throws InterruptedException {
        ContextQueue queue = queue(1, LONG);
        learns(queue, "slow", LONG.plusSeconds(20));
        queue.leave(queue.enter(new Caller("quick", null, 0)));

        Place first = queue.enter(new Caller("quick", null, 0));
        for (int i = 0; i < 20; i++) {
            waits(queue, "quick", null);
        }
        queue.leave(first);
        for (int i = 0; i < 20; i++) {
            queue.leave(next("quick"));
        }
        assertEquals(0, statistics.getRefused());
    }

    @Test
    void anInterruptEndsTheWait() throws InterruptedException {
        ContextQueue queue = queue(1, LONG);
        Place first = queue.enter(new Caller("a", null, 0));
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> queue.enter(new Caller("b", null, 0)));
        queue.leave(first);
        queue.leave(queue.enter(new Caller("c", null, 0)));
    }

    @Test
    void slowCallsOfAScriptLeaveContextsToOthers() throws InterruptedException {
        ContextQueue queue = queue(4, LONG);
        List<Place> slow = List.of(
                queue.enter(new Caller("slow", null, 0)),
                queue.enter(new Caller("slow", null, 0)),
                queue.enter(new Caller("slow", null, 0)),
                queue.enter(new Caller("slow", "s", 0)));
        waits(queue, "slow", null);
        waits(queue, "quick", null);
        assertEquals(0, entered.size());

        queue.look(later());
        Place quick = next("quick");
        assertEquals(0, entered.size(), "a slow script has gone past its share");
        // what went beyond gives no context back
        slow.forEach(queue::leave);
        queue.leave(quick);
        queue.leave(next("slow"));
        assertContexts(queue, 4);
    }

    @Test
    void slowCallsOfASessionLeaveContextsToOthers() throws InterruptedException {
        ContextQueue queue = queue(2, LONG);
        Place one = queue.enter(new Caller("one", "mine", 0));
        Place two = queue.enter(new Caller("two", "mine", 0));
        waits(queue, "one", "other");

        queue.look(later());
        queue.leave(next("one"));
        queue.leave(one);
        queue.leave(two);
        assertContexts(queue, 2);
    }

    @Test
    void aScriptThatHasItsShareIsRefusedAtOnce() throws InterruptedException {
        ContextQueue queue = queue(2, LONG);
        Place one = queue.enter(new Caller("slow", "a", 0));
        Place two = queue.enter(new Caller("other", "b", 0));
        TimeUnit.MILLISECONDS.sleep(1100);
        waits(queue, "quick", null);

        String ofScript = Failures.of(Mistake.TOO_MANY_SLOW, () -> queue.enter(new Caller("slow", null, 0)))
                .getMessage();
        assertTrue(ofScript.startsWith("slow has 1 "), ofScript);
        String ofSession = Failures.of(Mistake.TOO_MANY_SLOW, () -> queue.enter(new Caller("third", "a", 0)))
                .getMessage();
        assertTrue(ofSession.startsWith("One session has 1 "), ofSession);
        queue.leave(one);
        queue.leave(next("quick"));
        queue.leave(queue.enter(new Caller("slow", null, 0)));
        queue.leave(two);
    }

    @Test
    void twoThatHaveTheirSharesDoNotWaitForEachOther() throws InterruptedException {
        ContextQueue queue = queue(2, LONG);
        queue.enter(new Caller("a", null, 0));
        queue.enter(new Caller("b", null, 0));
        waits(queue, "a", null);
        waits(queue, "b", null);
        queue.look(later());
        queue.add(1);

        // each has its share, and the other waits
        assertEquals("a", entered.take().script());
    }

    @Test
    void whoWaitsForContextsThatComeFreeSoonIsNotRefused() throws InterruptedException {
        ContextQueue queue = queue(4, LONG);
        learns(queue, "slow", LONG.multipliedBy(3));
        queue.leave(queue.enter(new Caller("quick", null, 0)));
        for (int i = 0; i < 3; i++) {
            queue.enter(new Caller("slow", null, 0));
        }
        Place quick = queue.enter(new Caller("quick", null, 0));
        for (int i = 0; i < 10; i++) {
            waits(queue, "quick", null);
        }
        queue.leave(quick);
        for (int i = 0; i < 10; i++) {
            queue.leave(next("quick"));
        }
        assertEquals(0, statistics.getRefused());
    }

    @Test
    void aloneAScriptHasAllContexts() throws InterruptedException {
        ContextQueue queue = queue(2, LONG);
        Place one = queue.enter(new Caller("slow", null, 0));
        queue.enter(new Caller("slow", null, 0));
        waits(queue, "slow", null);

        queue.look(later());
        assertEquals(0, entered.size());
        queue.leave(one);
        next("slow");
    }

    @Test
    void whoIsWithinItsShareStays() throws InterruptedException {
        ContextQueue queue = queue(2, LONG);
        queue.enter(new Caller("a", null, 0));
        queue.enter(new Caller("a", null, 0));
        for (String other : List.of("b", "b", "c", "c", "d")) {
            waits(queue, other, null);
        }
        for (int i = 0; i < 5; i++) {
            queue.look(later());
        }

        // one of a's two; its place is taken by the next, and nobody else has more than a share
        next("b");
        assertEquals(0, entered.size());
    }

    /** From now on calls of the script are known to last so long: said, and not waited for, since a machine may sleep longer. */
    private static void learns(ContextQueue queue, String script, Duration held) throws InterruptedException {
        Place place = queue.enter(new Caller(script, null, 0));
        place.standStill(-held.toNanos());
        queue.leave(place);
    }

    /** So many are free, and no more. */
    private void assertContexts(ContextQueue queue, int contexts) throws InterruptedException {
        long before = statistics.getWaits();
        for (int i = 0; i < contexts; i++) {
            queue.enter(new Caller("last", null, 0));
        }
        assertEquals(before, statistics.getWaits(), "too few");
        waits(queue, "one more", null);
        assertEquals(0, entered.size(), "too many");
    }

    private Place next(String script) throws InterruptedException {
        Entered next = entered.take();
        assertEquals(script, next.script());
        return next.place();
    }

    private ContextQueue queue(int contexts, Duration wait) {
        return new ContextQueue(new ContextsConfig(contexts, wait, (contexts + 1) / 2), statistics);
    }

    private static long later() {
        return System.nanoTime() + 2 * ContextQueue.SLOW_NANOS;
    }

    /** Enters in another thread; returns when it waits. */
    private void waits(ContextQueue queue, String script, String session) throws InterruptedException {
        long before = statistics.getWaits();
        Thread thread = new Thread(() -> {
            try {
                entered.add(new Entered(script, queue.enter(new Caller(script, session, 0))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.add(thread);
        thread.start();
        while (statistics.getWaits() == before || thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private record Entered(String script, Place place) {}
}
