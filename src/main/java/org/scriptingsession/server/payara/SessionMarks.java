// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.topic.ITopic;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The marks of an application's sessions in Payara's data grid, by their ids. Every operation is done, and backed up, when it
 * returns.
 */
final class SessionMarks {
    private static final String NAME = "org.scriptingsession.marks";

    /** Clocks of nodes differ, and a request that began before a session expired may still store it. */
    private static final long MARGIN_SECONDS = 3600;

    /** Before the id of a session that is over: a key of its own, so that no late write of its mark can take its place. */
    private static final String OVER = "over@";

    /** Before the name of a node. */
    private static final String ARRIVED = "arrived@";

    /** Longer than others wait to hear of it. */
    private static final int ARRIVED_SECONDS = 300;

    /** For how long a node remembers which sessions it ended. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** Of which sessions, the first one first. */
    private final Queue<Ending> endings = new ConcurrentLinkedQueue<>();

    private final HazelcastInstance grid;
    private final IMap<String, String> marks;
    private final IMap<?, ?> sessions;

    /** Of sessions whose interval was changed, by their ids. */
    private final ITopic<String> intervals;

    SessionMarks(HazelcastInstance grid, String contextPath) {
        this.grid = grid;
        this.marks = grid.getMap(NAME + contextPath);
        this.sessions = grid.getMap(contextPath);
        this.intervals = grid.getTopic(NAME + contextPath);
    }

    /** Says that the grid has all that this node knows. */
    void arrive() {
        marks.set(ARRIVED + node(), "", ARRIVED_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether a node said so a while ago. */
    boolean hasArrived(UUID node) {
        return marks.containsKey(ARRIVED + node);
    }

    /** Keeps all that this node holds, sessions included, out of the grid that it is about to join. */
    void forget() {
        endings.clear();
        marks.clear();
        sessions.clear();
    }

    /** Whether a mark's writer is another node, which lives and may be storing the session right now. */
    boolean isBeingWritten(SessionMark mark) {
        return mark.state() == SessionMark.State.WRITING
                && !mark.writer().equals(node())
                && grid.getCluster().getMembers().stream()
                        .anyMatch(member -> member.getUuid().toString().equals(mark.writer()));
    }

    /** The name of this node in marks. */
    String node() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    /** That of a session; empty when no node has stored it, or all forgot. */
    Optional<SessionMark> find(String id) {
        CompletionStage<String> over = marks.getAsync(OVER + id);
        Optional<SessionMark> mark = Optional.ofNullable(marks.get(id)).map(SessionMark::of);
        return over.toCompletableFuture().join() == null ? mark : Optional.of(SessionMark.OVER);
    }

    /**
     * Replaces a mark unless another node was faster.
     *
     * @param before null for none
     * @return whether it did
     */
    boolean replace(String id, SessionMark before, SessionMark next, int intervalSeconds) {
        if (before == null) {
            return marks.putIfAbsent(id, next.toString(), kept(intervalSeconds), TimeUnit.SECONDS) == null;
        }
        return marks.replace(id, before.toString(), next.toString());
    }

    /** As {@link #replace}, of a mark that this node has set; begins its time to live anew. */
    boolean finish(String id, SessionMark writing, int intervalSeconds) {
        boolean ours = replace(id, writing, writing.done(), intervalSeconds);
        marks.setTtl(id, kept(intervalSeconds), TimeUnit.SECONDS);
        return ours;
    }

    /**
     * Makes a session over for all nodes, for as long as one of them could still believe it alive: under the id that it has been
     * given meanwhile, too. One that is storing it right now finds its mark gone.
     */
    void end(String id, int intervalSeconds) {
        String next = id;
        while (!next.isEmpty()) {
            Optional<SessionMark> before = end(new Ending(next, "", intervalSeconds, System.nanoTime()));
            next = before.map(SessionMark::successor).orElse("");
        }
    }

    /** Returns the mark by which it was over already; empty for none. */
    private Optional<SessionMark> end(Ending ending) {
        for (Ending first = endings.peek();
                first != null && ending.at() - first.at() > REMEMBERED.toNanos();
                first = endings.peek()) {
            endings.remove(first);
        }
        endings.add(ending);
        return setOver(ending);
    }

    /**
     * Tells the grid that this node has joined what it may not have been told.
     *
     * @return how many sessions it has ended a while ago
     */
    int endAgain() {
        int count = 0;
        for (Ending ending : endings) {
            setOver(ending);
            count++;
        }
        return count;
    }

    private Optional<SessionMark> setOver(Ending ending) {
        String over = SessionMark.over(ending.successor()).toString();
        String before = marks.putIfAbsent(OVER + ending.id(), over, kept(ending.intervalSeconds()), TimeUnit.SECONDS);
        marks.delete(ending.id());
        return Optional.ofNullable(before).map(SessionMark::of);
    }

    /**
     * Sets the mark of a session that this node stores again.
     *
     * @param inGrid the one there, null for none
     * @return false when another one has taken its place
     */
    boolean setAgain(String id, SessionMark inGrid, SessionMark done, int intervalSeconds) {
        boolean ours = replace(id, inGrid, done, intervalSeconds);
        marks.setTtl(id, kept(intervalSeconds), TimeUnit.SECONDS);
        return ours;
    }

    /** Gives up a write, so that others do not wait for it. */
    void giveUp(String id, SessionMark writing) {
        marks.replace(id, writing.toString(), writing.done().toString());
    }

    /**
     * As {@link #end}, of an id whose session this node has claimed to store it under another, where it goes on.
     *
     * @return false when another node has ended it, or took it over
     */
    boolean leave(String id, SessionMark claimed, String successor, int intervalSeconds) {
        if (!marks.replace(id, claimed.toString(), SessionMark.OVER.toString())) {
            return false;
        }
        return end(new Ending(id, successor, intervalSeconds, System.nanoTime()))
                .isEmpty();
    }

    boolean isOver(String id) {
        return marks.containsKey(OVER + id);
    }

    /** Tells other nodes that the interval of a session was changed here. */
    void tellInterval(String id) {
        intervals.publishAsync(id);
    }

    /**
     * Begins to hear of it.
     *
     * @return to be given to {@link #endHearing}
     */
    UUID hearIntervals(Consumer<String> listener) {
        return intervals.addMessageListener(message -> {
            if (!message.getPublishingMember().localMember()) {
                listener.accept(message.getMessageObject());
            }
        });
    }

    void endHearing(UUID listener) {
        intervals.removeMessageListener(listener);
    }

    /** Zero is for ever, in Servlet and in Hazelcast. */
    private static long kept(int intervalSeconds) {
        return intervalSeconds <= 0 ? 0 : intervalSeconds + MARGIN_SECONDS;
    }

    /** That this node ended a session, or gave it another id, and when by {@link System#nanoTime}. */
    private record Ending(String id, String successor, int intervalSeconds, long at) {}
}
