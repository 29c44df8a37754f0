// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What all users together saw. */
final class Tally {
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger failuresAgain = new AtomicInteger();
    private final AtomicInteger logouts = new AtomicInteger();
    private final Queue<String> staleReads = new ConcurrentLinkedQueue<>();
    private final Queue<String> losses = new ConcurrentLinkedQueue<>();
    private final Map<Shopper, String> gone = new ConcurrentHashMap<>();
    private final Map<Shopper, Long> waiting = new ConcurrentHashMap<>();
    private final Queue<Long> gaps = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    Optional<JsonObject> ask(Shopper shopper, URI base, String work) throws InterruptedException {
        requests.incrementAndGet();
        long begun = System.nanoTime();
        Optional<JsonObject> answer = shopper.ask(base, work);
        if (answer.isEmpty()) {
            failures.incrementAndGet();
            if (waiting.putIfAbsent(shopper, begun) != null) {
                failuresAgain.incrementAndGet();
            }
        } else {
            acknowledged.incrementAndGet();
            Long since = waiting.remove(shopper);
            long waited = (System.nanoTime() - (since == null ? begun : since)) / 1_000_000;
            if (waited > 500) {
                gaps.add(waited);
            }
        }
        return answer;
    }

    /** A session that must not be found again by anybody. */
    void loggedOut(Shopper thief, String id) {
        logouts.incrementAndGet();
        gone.put(thief, id + " at " + LocalTime.now());
    }

    /** Asks both nodes for all sessions that were ended; gives the ids of those that live. */
    List<String> undoneLogouts(List<URI> nodes) {
        return gone.entrySet().parallelStream()
                .filter(ended -> nodes.stream()
                        .anyMatch(node -> ended.getKey().get(node, "read").getBoolean("alive")))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** An answer tells less than was acknowledged before; what it does not tell may still be there. */
    void stale(String what) {
        staleReads.add(what);
        System.out.println(LocalTime.now() + " stale: " + what);
    }

    List<String> staleReads() {
        return List.copyOf(staleReads);
    }

    void lost(String what) {
        losses.add(what);
        System.out.println(LocalTime.now() + " lost: " + what);
    }

    List<String> losses() {
        return List.copyOf(losses);
    }

    /** How long users waited for an answer, when longer than half a second, in milliseconds; forgets them. */
    List<Long> takeGaps() {
        List<Long> all = List.copyOf(gaps);
        gaps.clear();
        return all;
    }

    int failures() {
        return failures.get();
    }

    /** Requests that failed although the same user's request before had failed: the client did what it could, and saw it twice. */
    int failuresAgain() {
        return failuresAgain.get();
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    @Override
    public String toString() {
        return "requests " + requests + ", acknowledged " + acknowledged + ", failures seen by clients " + failures
                + ", logouts " + logouts + ", lost " + losses.size() + ", stale reads " + staleReads.size();
    }
}
