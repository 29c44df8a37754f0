// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The marks of an application's sessions in Payara's data grid, by their ids. Every operation is done, and backed up, when it
 * returns.
 */
final class SessionMarks {
    private static final String NAME = "org.scriptingsession.marks";

    /** Clocks of nodes differ, and a request that began before a session expired may still store it. */
    private static final long MARGIN_SECONDS = 3600;

    /** How long after a standstill this node may take to find the others again; it then goes on without them. */
    private static final Duration REJOINING = Duration.ofMinutes(1);

    /** Before the id of a session that is over: a key of its own, so that no late write of its mark can take its place. */
    private static final String OVER = "over@";

    /** For how long a node remembers which sessions it ended. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    /** Of which sessions, the first one first. */
    private final Queue<Ending> endings = new ConcurrentLinkedQueue<>();

    private final HazelcastInstance grid;
    private final IMap<String, String> marks;
    private final IMap<?, ?> sessions;
    private final Standstill standstill;

    /** How many nodes there were before this one stood still. */
    private volatile int nodes;

    /** The end of the standstill after which this node has found all others again; none yet. */
    private volatile long settledAfter = Long.MIN_VALUE;

    private UUID lifecycleListener;
    private UUID membershipListener;

    SessionMarks(HazelcastInstance grid, String contextPath, Standstill standstill) {
        this.grid = grid;
        this.standstill = standstill;
        this.marks = grid.getMap(NAME + contextPath);
        this.sessions = grid.getMap(contextPath);
    }

    /**
     * Keeps what this node holds out of the grid that it is about to join again, when it stood still before: it is older than
     * what the others hold, but not by the clock of a request that went on a moment after. Nothing else is in it: until it has
     * joined them, the node {@linkplain #isApart takes no sessions}.
     */
    void forgetBeforeMerging() {
        lifecycleListener = grid.getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleState.MERGING && isSettling()) {
                marks.clear();
                sessions.clear();
            } else if (event.getState() == LifecycleState.MERGED) {
                endAgain();
            }
        });
        membershipListener = grid.getCluster().addMembershipListener(new MembershipAdapter() {
            /** Whom this node still believed to be there as it went on is not added: they have to find each other first. */
            @Override
            public void memberAdded(MembershipEvent event) {
                if (event.getMembers().size() >= nodes) {
                    settledAfter = standstill.lastEnd();
                }
            }
        });
    }

    /** The grid outlives the application, and must not keep it. */
    void close() {
        if (lifecycleListener != null) {
            grid.getLifecycleService().removeLifecycleListener(lifecycleListener);
            grid.getCluster().removeMembershipListener(membershipListener);
        }
    }

    /**
     * Whether this node stood still a while ago and has not found all others again. To be called at every request, so that it
     * knows how many they were.
     */
    boolean isApart() {
        if (!grid.getLifecycleService().isRunning()) {
            return true;
        }
        int now = grid.getCluster().getMembers().size();
        if (isSettling() && now < nodes) {
            return true;
        }
        settledAfter = standstill.lastEnd();
        nodes = now;
        return false;
    }

    private boolean isSettling() {
        return standstill.isWithin(REJOINING) && settledAfter != standstill.lastEnd();
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
     * Makes a session over for all nodes, for as long as one of them could still believe it alive. One that is storing it right
     * now finds its mark gone.
     */
    void end(String id, int intervalSeconds) {
        long now = System.nanoTime();
        for (Ending first = endings.peek();
                first != null && now - first.at() > REMEMBERED.toNanos();
                first = endings.peek()) {
            endings.remove(first);
        }
        endings.add(new Ending(id, intervalSeconds, now));
        marks.set(OVER + id, SessionMark.OVER.toString(), kept(intervalSeconds), TimeUnit.SECONDS);
        marks.delete(id);
    }

    /** The grid that this node has joined may not have been told: it is certain only of what is stored in it now. */
    private void endAgain() {
        for (Ending ending : endings) {
            marks.set(
                    OVER + ending.id(), SessionMark.OVER.toString(), kept(ending.intervalSeconds()), TimeUnit.SECONDS);
        }
    }

    /**
     * As {@link #end}, of an id whose session this node has claimed to store it under another.
     *
     * @return false when another node has ended it, or took it over
     */
    boolean leave(String id, SessionMark claimed, int intervalSeconds) {
        if (!marks.replace(id, claimed.toString(), SessionMark.OVER.toString())) {
            return false;
        }
        end(id, intervalSeconds);
        return true;
    }

    boolean isOver(String id) {
        return marks.containsKey(OVER + id);
    }

    /** Zero is for ever, in Servlet and in Hazelcast. */
    private static long kept(int intervalSeconds) {
        return intervalSeconds <= 0 ? 0 : intervalSeconds + MARGIN_SECONDS;
    }

    /** That this node ended a session, and when by {@link System#nanoTime}. */
    private record Ending(String id, int intervalSeconds, long at) {}
}
