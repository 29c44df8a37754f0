// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ContextsConfig;
import org.scriptingsession.error.Mistake;

/**
 * Who has a context, and who waits for one, in order. Who would wait too long is told so at once: how long contexts are held is
 * known, and how many wait already. While others wait, slow calls of one script or session have a share of the contexts: calls
 * past it go on in contexts beyond the setting, and new calls of that script or session are refused.
 */
final class ContextQueue {
    /** A call that has held its context longer is slow. */
    static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ContextsConfig config;
    private final PoolStatistics statistics;
    private final ReentrantLock lock = new ReentrantLock();

    /** The longest held first. */
    private final Set<Place> held = new LinkedHashSet<>();

    private final List<Waiter> waiting = new ArrayList<>();

    /** How many wait, for those who have not locked: at least as many as do. */
    private volatile int waiters;

    /** Below zero when more are held than have been made, at the start. */
    private int free;

    /** Slow calls past their share: at most as many as there are contexts by the setting. */
    private volatile int beyond;

    /** Slow calls by script and by session. */
    private Map<Object, Integer> slow = Map.of();

    private final HoldTimes holdTimes = new HoldTimes();
    private final ExpectedWait expected = new ExpectedWait(holdTimes);

    ContextQueue(ContextsConfig config, PoolStatistics statistics) {
        this.config = config;
        this.statistics = statistics;
        this.free = config.most();
    }

    /**
     * Waits until there is a context for a call.
     *
     * @throws org.scriptingsession.api.ScriptingException when it would wait, or has waited, too long; or the script or session
     *     has slow calls enough
     */
    Place enter(Caller caller) throws InterruptedException {
        List<Object> holders = caller.session() == null
                ? List.of(caller.script())
                : List.of(caller.script(), new SessionKey(caller.session()));
        long patience = config.patience().toNanos() - caller.waitedNanos();
        Waiter waiter;
        boolean waits;
        lock.lock();
        try {
            if (free > 0 && waiting.isEmpty()) {
                return hold(holders);
            }
            countSlow(System.nanoTime());
            holders.forEach(this::checkShare);
            statistics.waits.increment();
            waiter = new Waiter(holders);
            waits = join(waiter, patience);
        } finally {
            lock.unlock();
        }
        return waits ? await(waiter, patience) : result(waiter);
    }

    /** Whether {@link #enter} would let a call wait that has waited already; others may be refused later. */
    boolean hasRoom(long waitedNanos) {
        return waiters == 0 || expected.lately() <= config.patience().toNanos() - waitedNanos;
    }

    ScriptingException refusal() {
        statistics.refused.increment();
        return Mistake.NO_FREE_CONTEXT.with(config.most(), config.patience());
    }

    /** @return whether the call has to wait: it has no context yet, and will have one soon enough */
    private boolean join(Waiter waiter, long patience) {
        long now = System.nanoTime();
        double wait = expected.nanos(held, waiting, now);
        boolean waits = false;
        waiting.add(waiter);
        waiters = waiting.size();
        try {
            makeRoom(now);
            if (waiter.place() == null && wait <= patience) {
                expected.joined(waiter, config.most());
                waits = true;
            }
        } finally {
            // when memory has run out, too: who stays in the list is given a context, which nobody gives back
            if (!waits) {
                leave(waiter);
            }
        }
        return waits;
    }

    private Place await(Waiter waiter, long patience) throws InterruptedException {
        try {
            awaitOrLeave(waiter, patience);
        } catch (InterruptedException e) {
            if (waiter.place() == null) {
                throw e;
            }
            Thread.currentThread().interrupt();
        }
        return result(waiter);
    }

    private void awaitOrLeave(Waiter waiter, long patience) throws InterruptedException {
        try {
            waiter.await(patience);
        } finally {
            if (waiter.place() == null) {
                lock.lock();
                try {
                    leave(waiter);
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    private void leave(Waiter waiter) {
        waiting.remove(waiter);
        // those whom it kept waiting
        admit();
    }

    private Place result(Waiter waiter) {
        if (waiter.place() == null) {
            throw refusal();
        }
        return waiter.place();
    }

    private Place hold(List<Object> holders) {
        Place place = new Place(holders, System.nanoTime());
        held.add(place);
        free--;
        return place;
    }

    private void checkShare(Object holder) {
        if (isAtShare(holder) && others(holder) > 0) {
            statistics.refused.increment();
            throw Mistake.TOO_MANY_SLOW.with(
                    holder instanceof String script ? script : "One session", slow.get(holder));
        }
    }

    /** Lets those go on for whom there are contexts: in their order, but past calls of who has its share. */
    private void admit() {
        while (free > 0 && !waiting.isEmpty()) {
            Waiter next = waiting.stream()
                    .filter(waiter ->
                            waiter.holders.stream().noneMatch(holder -> isAtShare(holder) && others(holder) > 0))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            next.admit(hold(next.holders));
        }
        waiters = waiting.size();
        if (waiters == 0) {
            expected.forget();
        }
    }

    private boolean isAtShare(Object holder) {
        return slow.getOrDefault(holder, 0) >= config.slow();
    }

    /** How many calls of others wait. */
    private long others(Object holder) {
        return waiting.stream()
                .filter(waiter -> !waiter.holders.contains(holder))
                .count();
    }

    /** To be called when the context is given back. */
    void leave(Place place) {
        lock.lock();
        try {
            long now = System.nanoTime();
            held.remove(place);
            if (place.isBeyond()) {
                beyond--;
            } else {
                free++;
            }
            holdTimes.learn(place.script(), place.heldNanos(now));
            if (!waiting.isEmpty()) {
                countSlow(now);
                admit();
            }
            if (!waiting.isEmpty()) {
                expected.nanos(held, waiting, now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many contexts there may be. */
    int contexts() {
        return config.most() + beyond;
    }

    /** Contexts that can be had from now on; a negative number of those that are still to be made. */
    void add(int contexts) {
        lock.lock();
        try {
            free += contexts;
            admit();
        } finally {
            lock.unlock();
        }
    }

    /** To be called now and then: calls become slow while others wait. */
    void look(long nowNanos) {
        lock.lock();
        try {
            if (!waiting.isEmpty()) {
                makeRoom(nowNanos);
            }
            if (!waiting.isEmpty()) {
                expected.nanos(held, waiting, nowNanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom(long nowNanos) {
        countSlow(nowNanos);
        Map<Object, Integer> within = new HashMap<>();
        for (Place place : held) {
            if (!place.isBeyond() && isSlow(place, nowNanos)) {
                boolean past =
                        beyond < config.most() && place.holders.stream().anyMatch(holder -> isPast(holder, within));
                if (past) {
                    place.goBeyond();
                    beyond++;
                    free++;
                } else {
                    place.holders.forEach(holder -> within.merge(holder, 1, Integer::sum));
                }
            }
        }
        admit();
    }

    private boolean isPast(Object holder, Map<Object, Integer> within) {
        return within.getOrDefault(holder, 0) >= config.slow() && others(holder) > free;
    }

    private void countSlow(long nowNanos) {
        Map<Object, Integer> counts = new HashMap<>();
        for (Place place : held) {
            if (!isSlow(place, nowNanos)) {
                break;
            }
            place.holders.forEach(holder -> counts.merge(holder, 1, Integer::sum));
        }
        slow = counts;
    }

    private static boolean isSlow(Place place, long nowNanos) {
        return nowNanos - place.sinceNanos() > SLOW_NANOS;
    }

    private record SessionKey(String id) {}
}
