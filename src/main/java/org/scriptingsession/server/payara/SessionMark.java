// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

/**
 * What the data grid knows of a session beside its content.
 *
 * @param version how often the session was stored
 * @param writer the node that stored it last; of an ended session the id under which it goes on, empty for none
 * @param state whether the last write is done
 */
record SessionMark(long version, String writer, State state) {
    static final SessionMark OVER = over("");

    /** Before the first write. */
    static final SessionMark NONE = new SessionMark(0, "", State.WRITTEN);

    enum State {
        /** The writer may be storing it right now, or have died while it did. */
        WRITING,
        WRITTEN,
        OVER
    }

    /** For an id that is over, whose session may go on under another id. */
    static SessionMark over(String successor) {
        return new SessionMark(0, successor, State.OVER);
    }

    /** The mark of the next write, by a node. */
    SessionMark next(String node) {
        return new SessionMark(version + 1, node, State.WRITING);
    }

    /** The mark of this write when it is done. */
    SessionMark done() {
        return new SessionMark(version, writer, State.WRITTEN);
    }

    /** The id under which the session of an ended id goes on; empty for none. */
    String successor() {
        return isOver() ? writer : "";
    }

    boolean isOver() {
        return state == State.OVER;
    }

    /** Whether a node that knows this mark has all that the other tells of: its own writes may be ahead of the grid. */
    boolean covers(SessionMark other) {
        return version > other.version || version == other.version && writer.equals(other.writer);
    }

    /** A text, which the grid can keep without a class of the application. */
    @Override
    public String toString() {
        return state.name() + ' ' + version + ' ' + writer;
    }

    static SessionMark of(String text) {
        String[] parts = text.split(" ", 3);
        return new SessionMark(Long.parseLong(parts[1]), parts[2], State.valueOf(parts[0]));
    }
}
