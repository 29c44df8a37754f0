// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The marks of an application's sessions in Payara's data grid, by their ids. Every operation is done, and backed up, when it
 * returns.
 */
final class SessionMarks {
    private static final String NAME = "org.scriptingsession.marks";

    /** Clocks of nodes differ, and a request that began before a session expired may still store it. */
    private static final long MARGIN_SECONDS = 3600;

    private final HazelcastInstance grid;
    private final IMap<String, String> marks;

    SessionMarks(HazelcastInstance grid, String contextPath) {
        this.grid = grid;
        this.marks = grid.getMap(NAME + contextPath);
    }

    /** The name of this node in marks. */
    String node() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    /** That of a session; empty when no node has stored it, or all forgot. */
    Optional<SessionMark> find(String id) {
        return Optional.ofNullable(marks.get(id)).map(SessionMark::of);
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
        marks.set(id, SessionMark.OVER.toString(), kept(intervalSeconds), TimeUnit.SECONDS);
    }

    /** Zero is for ever, in Servlet and in Hazelcast. */
    private static long kept(int intervalSeconds) {
        return intervalSeconds <= 0 ? 0 : intervalSeconds + MARGIN_SECONDS;
    }
}
