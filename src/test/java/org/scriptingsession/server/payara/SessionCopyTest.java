// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scriptingsession.server.payara.SessionMark.State;

class SessionCopyTest {
    private static final long NOW = 1_000_000;

    private final SessionMark written = new SessionMark(7, "a", State.WRITTEN);

    @Test
    void aMarkSurvivesAsText() {
        for (SessionMark mark :
                new SessionMark[] {written, written.next("b"), SessionMark.OVER, SessionMark.over("id")}) {
            assertEquals(mark, SessionMark.of(mark.toString()));
        }
    }

    @Test
    void aCopyCoversWhatItWasReadAt() {
        assertTrue(copy(written).covers(written, "id"));
    }

    /** It may have ended so long ago that the grid has forgotten that, too. */
    @Test
    void aCopyOfASessionThatTheGridHasForgottenIsOld() {
        assertFalse(copy(written).covers(null, "id"));
        assertTrue(new SessionCopy().covers(null, "id"));
    }

    /** No other node can have stored it under this one. */
    @Test
    void aCopyUnderAnIdThatItWasNotStoredWithIsNew() {
        assertTrue(copy(written).covers(null, "other"));
    }

    @Test
    void aCopyDoesNotCoverAnotherNodesWrite() {
        assertFalse(copy(written).covers(written.next("b").done(), "id"));
        assertFalse(copy(written).covers(new SessionMark(7, "b", State.WRITTEN), "id"));
        assertFalse(copy(null).covers(written, "id"));
    }

    /** Nodes that meet again store what they have: a dropped copy would be stored as a session that never expires. */
    @Test
    void aDroppedCopyIsNotAsItWasStored() {
        SessionCopy copy = copy(written);

        assertTrue(copy.isStoredBy("a", NOW));
        copy.dropping(1000);
        assertFalse(copy.isStoredBy("a", NOW));
    }

    /** The grid says so a moment later: another request of this node must not take its own copy for old. */
    @Test
    void aCopyCoversWhatItsOwnNodeIsWriting() {
        SessionCopy copy = copy(written);
        SessionMark next = written.next("a");
        copy.storing(next);

        assertTrue(copy.covers(written, "id"));
        assertTrue(copy.covers(next, "id"));
        assertTrue(copy.covers(next.done(), "id"));
    }

    /** It may have been read before or after the write. */
    @Test
    void aCopyReadDuringAnotherNodesWriteCoversNothing() {
        SessionMark next = written.next("b");

        assertFalse(copy(next).covers(next, "id"));
        assertFalse(copy(next).covers(next.done(), "id"));
    }

    @Test
    void aCopyIsStoredAgainWhenIdOrIntervalChange() {
        SessionCopy copy = copy(written);

        assertTrue(copy.isStored("id", 1800, NOW));
        assertFalse(copy.isStored("other", 1800, NOW));
        assertFalse(copy.isStored("id", 60, NOW));
    }

    /** Others would wait for the end of a write whose node has died, and take the session for idle. */
    @Test
    void aCopyReadDuringAWriteIsStoredAgain() {
        assertFalse(copy(written.next("b")).isStored("id", 1800, NOW));
    }

    @Test
    void aCopyThatIsForgottenKeepsWhatTheApplicationGaveIt() {
        SessionCopy copy = copy(written);
        assertEquals(1800, copy.givenInterval(1800));

        copy.dropping(1800);

        assertTrue(copy.isDropped());
        assertEquals(1800, copy.givenInterval(SessionCopy.NEVER));
        assertEquals(60, copy.givenInterval(60));
    }

    /** Nodes that do not serve it look at the grid to see that it is used. */
    @Test
    void aCopyThatIsOnlyReadIsStoredNowAndThen() {
        SessionCopy copy = copy(written);
        assertTrue(copy.isStored("id", 1800, NOW + 59_999));
        assertFalse(copy.isStored("id", 1800, NOW + 60_000));

        SessionCopy shortLived = new SessionCopy(written, "id", 8, NOW);
        assertTrue(shortLived.isStored("id", 8, NOW + 1_999));
        assertFalse(shortLived.isStored("id", 8, NOW + 2_000));

        SessionCopy eternal = new SessionCopy(written, "id", -1, NOW);
        assertTrue(eternal.isStored("id", -1, NOW + 59_999));
        assertFalse(eternal.isStored("id", -1, NOW + 60_000));
    }

    @Test
    void whatWasStoredIsKnown() {
        SessionCopy copy = new SessionCopy();
        assertFalse(copy.isKnownAs("id"));
        assertFalse(copy.isStored("id", 1800, NOW));

        copy.stored(written, "id", 1800, NOW);

        assertTrue(copy.isKnownAs("id"));
        assertTrue(copy.isStored("id", 1800, NOW));
        assertEquals(written, copy.mark());
    }

    private static SessionCopy copy(SessionMark mark) {
        return new SessionCopy(mark, "id", 1800, NOW);
    }
}
