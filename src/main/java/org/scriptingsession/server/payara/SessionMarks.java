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

/** The marks of an application's sessions in Payara's data grid, by id. An operation is backed up when it returns. */
final class SessionMarks {
    private static final String NAME = "org.scriptingsession.marks";

    /** Marks outlive their sessions: clocks of nodes differ, and a request may still store a session that has just expired. */
    private static final long MARGIN_SECONDS = 3600;

    /** Begins the key of a session that is over: a key of its own, which no late write of the session's mark can replace. */
    private static final String OVER = "over@";

    /** Begins the key of a node that has told all it knows; kept for longer than others wait for the node. */
    private static final String ARRIVED = "arrived@";

    private static final int ARRIVED_SECONDS = 300;

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** The sessions that this node has ended in this time, the first one first. */
    private final Queue<Ending> endings = new ConcurrentLinkedQueue<>();

    private final HazelcastInstance grid;
    private final IMap<String, String> marks;
    private final IMap<?, ?> sessions;
    /** The ids of sessions whose interval has changed. */
    private final ITopic<String> intervals;

    SessionMarks(HazelcastInstance grid, String contextPath) {
        this.grid = grid;
        this.marks = grid.getMap(NAME + contextPath);
        this.sessions = grid.getMap(contextPath);
        this.intervals = grid.getTopic(NAME + contextPath);
    }

    /** Says that this node has told the grid all that it knows. */
    void arrive() {
        marks.set(ARRIVED + node(), "", ARRIVED_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether another node has said so a while ago. */
    boolean hasArrived(UUID node) {
        return marks.containsKey(ARRIVED + node);
    }

    /** Forgets all that this node holds, sessions included, before it joins another grid. */
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

    /** The mark of a session; empty when no node has stored the session, or the grid has forgotten it. */
    Optional<SessionMark> find(String id) {
        CompletionStage<String> over = marks.getAsync(OVER + id);
        Optional<SessionMark> mark = Optional.ofNullable(marks.get(id)).map(SessionMark::of);
        return over.toCompletableFuture().join() == null ? mark : Optional.of(SessionMark.OVER);
    }

    /** Replaces a mark (null for none); false when another node was faster. */
    boolean replace(String id, SessionMark before, SessionMark next, int intervalSeconds) {
        if (before == null) {
            return marks.putIfAbsent(id, next.toString(), kept(intervalSeconds), TimeUnit.SECONDS) == null;
        }
        return marks.replace(id, before.toString(), next.toString());
    }

    /** Sets the mark of a write that is done, as {@link #replace}; its time to live begins again. */
    boolean finish(String id, SessionMark before, SessionMark done, int intervalSeconds) {
        boolean ours = replace(id, before, done, intervalSeconds);
        marks.setTtl(id, kept(intervalSeconds), TimeUnit.SECONDS);
        return ours;
    }

    /**
     * Makes a session over for all nodes, for as long as one of them could believe it alive, and under the ids that it was given
     * meanwhile. A node that is storing the session right now finds the mark gone.
     */
    void end(String id, int intervalSeconds) {
        String next = id;
        while (!next.isEmpty()) {
            next = end(next, "", intervalSeconds).map(SessionMark::successor).orElse("");
        }
    }

    /** Returns the mark by which the session was over before; empty for none. */
    private Optional<SessionMark> end(String id, String successor, int intervalSeconds) {
        Ending ending = new Ending(id, successor, intervalSeconds, System.nanoTime());
        for (Ending first = endings.peek();
                first != null && ending.at() - first.at() > REMEMBERED.toNanos();
                first = endings.peek()) {
            endings.remove(first);
        }
        endings.add(ending);
        return setOver(ending);
    }

    /** Ends once more, in the grid that this node has joined, what this node has ended a while ago; returns how many. */
    int endAgain() {
        endings.forEach(this::setOver);
        return endings.size();
    }

    private Optional<SessionMark> setOver(Ending ending) {
        String over = SessionMark.over(ending.successor()).toString();
        String before = marks.putIfAbsent(OVER + ending.id(), over, kept(ending.intervalSeconds()), TimeUnit.SECONDS);
        marks.delete(ending.id());
        return Optional.ofNullable(before).map(SessionMark::of);
    }

    /** Gives up a write of this node, so that others do not wait for its end. */
    void giveUp(String id, SessionMark writing) {
        marks.replace(id, writing.toString(), writing.done().toString());
    }

    /** Ends an id whose session goes on under another id; false when another node has ended or claimed it meanwhile. */
    boolean leave(String id, SessionMark claimed, String successor, int intervalSeconds) {
        if (!marks.replace(id, claimed.toString(), SessionMark.OVER.toString())) {
            return false;
        }
        return end(id, successor, intervalSeconds).isEmpty();
    }

    boolean isOver(String id) {
        return marks.containsKey(OVER + id);
    }

    /** Tells other nodes that the interval of a session was changed here. */
    void tellInterval(String id) {
        intervals.publishAsync(id);
    }

    /** Begins to hear of intervals that other nodes changed; returns what {@link #endHearing} takes. */
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

    /** The seconds for which a mark is kept: zero means for ever, in Servlet as in Hazelcast. */
    private static long kept(int intervalSeconds) {
        return intervalSeconds <= 0 ? 0 : intervalSeconds + MARGIN_SECONDS;
    }

    /** A session that this node ended, or gave another id, and when, by {@link System#nanoTime}. */
    private record Ending(String id, String successor, int intervalSeconds, long at) {}
}
