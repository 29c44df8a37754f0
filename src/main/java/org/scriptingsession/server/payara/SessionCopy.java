// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

/** What a node knows of its copy of a session: a note beside it, gone with it. Guarded by itself but for {@link #mark}. */
final class SessionCopy {
    /** Under which name it is kept. */
    static final String NOTE = "org.scriptingsession.copy";

    /** The interval of a session that does not expire. */
    static final int NEVER = -1;

    /** The mark of what the copy holds; null when no node has stored it yet. */
    private volatile SessionMark mark;

    /** False when another node was just storing it as this one read it, and it may be either. */
    private volatile boolean certain;

    /** What the session's interval was before this node forgot it, and let it never expire; null when it has not. */
    private volatile Integer lastInterval;

    private String id;
    private int intervalSeconds;
    private long storedAt;

    /** Of a session that has not been stored. */
    SessionCopy() {
        certain = true;
    }

    /** Of one that was read from the grid after its mark was. */
    SessionCopy(SessionMark mark, String id, int intervalSeconds, long now) {
        this.mark = mark;
        this.certain = mark == null || mark.state() == SessionMark.State.WRITTEN;
        this.id = id;
        this.intervalSeconds = intervalSeconds;
        // one that may be either is stored again, so that others know
        this.storedAt = certain ? now : 0;
    }

    SessionMark mark() {
        return mark;
    }

    /**
     * Whether it has all that the grid has under an id. A grid that has forgotten a session may have forgotten that it ended, but
     * cannot know one under an id that it was not stored with.
     *
     * @param inGrid null for none
     */
    boolean covers(SessionMark inGrid, String currentId) {
        SessionMark ours = mark;
        return inGrid == null ? ours == null || !isKnownAs(currentId) : certain && ours != null && ours.covers(inGrid);
    }

    /** Whether the grid holds it under this id and interval, and was told of its use not long ago. */
    boolean isStored(String currentId, int currentInterval, long now) {
        // the access times in the grid keep other nodes from taking a session that is only read for idle
        long allowed = currentInterval <= 0 ? 60_000 : Math.min(60_000, currentInterval * 250L);
        return currentId.equals(id) && currentInterval == intervalSeconds && now - storedAt < allowed;
    }

    /** Whether a node has stored it since a moment, and it is still as that one stored it. */
    boolean isStoredBy(String node, long since) {
        return mark != null && mark.writer().equals(node) && storedAt >= since;
    }

    /** Whether it was ever stored under this id. */
    boolean isKnownAs(String currentId) {
        return currentId.equals(id);
    }

    /** Under which id it was stored last; null when it never was. */
    String storedId() {
        return id;
    }

    /** This node is about to forget it; a request may still be using it. */
    void dropping(int interval) {
        if (lastInterval == null) {
            lastInterval = interval;
        }
    }

    /** Whether this node has forgotten it, and would store it as one that never expires. */
    boolean isDropped() {
        return lastInterval != null;
    }

    /** The interval that the application gave it. */
    int givenInterval(int currentInterval) {
        Integer last = lastInterval;
        return last != null && currentInterval == NEVER ? last : currentInterval;
    }

    /** The interval that it was stored with; of no meaning before. */
    int intervalSeconds() {
        return intervalSeconds;
    }

    /** The longer of the interval that it was stored with and the one it has now: zero or less is for ever. */
    int longestInterval(int currentInterval) {
        return id == null || currentInterval <= 0 || intervalSeconds > 0 && intervalSeconds < currentInterval
                ? currentInterval
                : intervalSeconds;
    }

    /** This node is about to store it. */
    void storing(SessionMark next) {
        certain = true;
        mark = next;
    }

    /** This node has stored it. */
    void stored(SessionMark done, String currentId, int currentInterval, long now) {
        mark = done;
        id = currentId;
        intervalSeconds = currentInterval;
        storedAt = now;
    }
}
