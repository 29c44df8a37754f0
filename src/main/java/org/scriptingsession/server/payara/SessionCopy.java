// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

/** What a node knows of its copy of a session: a note kept with the copy. Guarded by itself, but for the volatile fields. */
final class SessionCopy {
    /** The name of the note. */
    static final String NOTE = "org.scriptingsession.copy";

    /** The interval of a session that does not expire. */
    static final int NEVER = -1;

    /** The mark of what the copy holds; null when no node has stored it yet. */
    private volatile SessionMark mark;

    /** False when another node was storing the session while this node read it: the copy may be old or new. */
    private volatile boolean certain;

    /** The interval before this node dropped the copy and let it never expire; null for a copy that was not dropped. */
    private volatile Integer lastInterval;

    private String id;
    private int intervalSeconds;
    private long storedAt;

    /** For a session that has not been stored. */
    SessionCopy() {
        certain = true;
    }

    /** For a session that was read from the grid after its mark. */
    SessionCopy(SessionMark mark, String id, int intervalSeconds, long now) {
        this.mark = mark;
        this.certain = mark == null || mark.state() == SessionMark.State.WRITTEN;
        this.id = id;
        this.intervalSeconds = intervalSeconds;
        // a copy that may be old or new is stored again, so that others know which it is
        this.storedAt = certain ? now : 0;
    }

    SessionMark mark() {
        return mark;
    }

    /**
     * Whether the copy has all that the grid has under an id (null for nothing). A grid that has forgotten a session may have
     * forgotten its end, too; it cannot know a session under an id that was never stored.
     */
    boolean covers(SessionMark inGrid, String currentId) {
        SessionMark ours = mark;
        return inGrid == null ? ours == null || !isKnownAs(currentId) : certain && ours != null && ours.covers(inGrid);
    }

    /** Whether the grid holds the session under this id and interval, and was told of its use not long ago. */
    boolean isStored(String currentId, int currentInterval, long now) {
        // the access times in the grid keep other nodes from taking a session that is only read for idle
        long allowed = currentInterval <= 0 ? 60_000 : Math.min(60_000, currentInterval * 250L);
        return currentId.equals(id) && currentInterval == intervalSeconds && now - storedAt < allowed;
    }

    /** Whether the copy is as a node has stored it since a moment: what was dropped has another interval. */
    boolean isStoredBy(String node, long since) {
        return !isDropped() && mark != null && mark.writer().equals(node) && storedAt >= since;
    }

    /** Whether the session was last stored under this id. */
    boolean isKnownAs(String currentId) {
        return currentId.equals(id);
    }

    /** The id under which the session was stored last; null when it never was. */
    String storedId() {
        return id;
    }

    /** To be called before this node drops the copy, which a request may still be using. */
    void dropping(int interval) {
        if (lastInterval == null) {
            lastInterval = interval;
        }
    }

    /** Whether this node has dropped the copy: stored now, the session would never expire. */
    boolean isDropped() {
        return lastInterval != null;
    }

    /** The interval that the application gave it. */
    int givenInterval(int currentInterval) {
        Integer last = lastInterval;
        return last != null && currentInterval == NEVER ? last : currentInterval;
    }

    /** The interval that the session was stored with; of no meaning before. */
    int intervalSeconds() {
        return intervalSeconds;
    }

    /** The longer of the interval that the session was stored with and the current one: zero or less means for ever. */
    int longestInterval(int currentInterval) {
        return id == null || currentInterval <= 0 || intervalSeconds > 0 && intervalSeconds < currentInterval
                ? currentInterval
                : intervalSeconds;
    }

    /** To be called before this node stores the session. */
    void storing(SessionMark next) {
        certain = true;
        mark = next;
    }

    /** To be called when this node has stored the session. */
    void stored(SessionMark done, String currentId, int currentInterval, long now) {
        mark = done;
        id = currentId;
        intervalSeconds = currentInterval;
        storedAt = now;
    }
}
