// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The marks of an application's sessions in Payara's data grid, by their ids. Every operation is done, and backed up, when it
 * returns.
 */
final class SessionMarks {
    private static final String NAME = "org.scriptingsession.marks";

    /** Clocks of nodes differ, and a request that began before a session expired may still store it. */
    private static final long MARGIN_SECONDS = 3600;

    /** How long after a standstill nodes that lost each other may find each other again. */
    private static final Duration MERGING = Duration.ofMinutes(10);

    /** Before the id of a session that is over: a key of its own, so that no late write of its mark can take its place. */
    private static final String OVER = "over@";

    private final HazelcastInstance grid;
    private final IMap<String, String> marks;
    private final IMap<?, ?> sessions;

    SessionMarks(HazelcastInstance grid, String contextPath) {
        this.grid = grid;
        this.marks = grid.getMap(NAME + contextPath);
        this.sessions = grid.getMap(contextPath);
    }

    /**
     * Keeps what this node holds out of the grid that it is about to join again, when it stood still before: it is older than
     * what the others hold, but not by the clock of a request that went on a moment after.
     */
    void forgetBeforeMerging(Standstill standstill) {
        grid.getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleState.MERGING && standstill.isWithin(MERGING)) {
                marks.clear();
                sessions.clear();
            }
        });
    }

    /** The name of this node in marks. */
    String node() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    /** That of a session; empty when no node has stored it, or all forgot. */
    Optional<SessionMark> find(String id) {
        Map<String, String> found = marks.getAll(Set.of(id, OVER + id));
        return found.containsKey(OVER + id)
                ? Optional.of(SessionMark.OVER)
                : Optional.ofNullable(found.get(id)).map(SessionMark::of);
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

    /** Makes a session over for all nodes, for as long as one of them could still believe it alive. */
    void end(String id, int intervalSeconds) {
        marks.set(OVER + id, SessionMark.OVER.toString(), kept(intervalSeconds), TimeUnit.SECONDS);
    }

    /** Zero is for ever, in Servlet and in Hazelcast. */
    private static long kept(int intervalSeconds) {
        return intervalSeconds <= 0 ? 0 : intervalSeconds + MARGIN_SECONDS;
    }
}
