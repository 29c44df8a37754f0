// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.history;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scriptingsession.history.SessionHistory.Kind.ADD;
import static org.scriptingsession.history.SessionHistory.Kind.BEGIN;
import static org.scriptingsession.history.SessionHistory.Kind.LOGIN;
import static org.scriptingsession.history.SessionHistory.Kind.LOGOUT;
import static org.scriptingsession.history.SessionHistory.Kind.READ;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scriptingsession.history.SessionHistory.Kind;

class SessionHistoryTest {
    private final SessionHistory history = new SessionHistory();

    @BeforeEach
    void begin() {
        request(BEGIN, "", 0, 1, 0, "a");
    }

    @Test
    void oneAfterTheOther() {
        request(ADD, "a", 2, 3, 1, "a");
        request(READ, "a", 4, 5, 1, "a");
        request(LOGIN, "a", 6, 7, 1, "b");
        request(READ, "a", 8, 9, null, null);
        request(LOGOUT, "b", 10, 11, 0, null);
        request(READ, "b", 12, 13, null, null);

        assertTrue(history.hasOrder());
    }

    @Test
    void whatIsAnsweredAtTheSameTimeMayBeInAnyOrder() {
        request(ADD, "a", 2, 6, 2, "a");
        request(ADD, "a", 3, 5, 1, "a");
        request(READ, "a", 4, 7, 0, "a");

        assertTrue(history.hasOrder());
    }

    @Test
    void anAcknowledgedWriteThatIsLostHasNoOrder() {
        request(ADD, "a", 2, 3, 1, "a");
        request(READ, "a", 4, 5, 0, "a");

        assertFalse(history.hasOrder());
    }

    @Test
    void twoWritesOfOneValueHaveNoOrder() {
        request(ADD, "a", 2, 5, 1, "a");
        request(ADD, "a", 3, 6, 1, "a");

        assertFalse(history.hasOrder());
    }

    @Test
    void aSessionThatIsGoneHasNoOrder() {
        request(READ, "a", 2, 3, null, null);

        assertFalse(history.hasOrder());
    }

    @Test
    void anEndedSessionThatIsSeenAgainHasNoOrder() {
        request(LOGOUT, "a", 2, 3, 0, null);
        request(READ, "a", 4, 5, 0, "a");

        assertFalse(history.hasOrder());
    }

    @Test
    void anIdThatIsSeenAfterItWasChangedHasNoOrder() {
        request(LOGIN, "a", 2, 3, 0, "b");
        request(READ, "a", 4, 5, 0, "a");

        assertFalse(history.hasOrder());
    }

    @Test
    void aLogoutWithTheFormerIdEndsTheSession() {
        request(LOGOUT, "a", 2, 5, 0, null);
        request(LOGIN, "a", 3, 4, 0, "b");
        request(READ, "b", 6, 7, null, null);

        assertTrue(history.hasOrder());
    }

    @Test
    void aLogoutThatALoginUndoesHasNoOrder() {
        request(LOGOUT, "a", 2, 5, 0, null);
        request(LOGIN, "a", 3, 4, 0, "b");
        request(READ, "b", 6, 7, 0, "b");

        assertFalse(history.hasOrder());
    }

    /** It may be done at once, later or never. */
    @Test
    void whatNobodyKnowsMayBeDone() {
        history.send(ADD, "a", 2);
        request(READ, "a", 3, 4, 0, "a");
        request(READ, "a", 5, 6, 1, "a");

        assertTrue(history.hasOrder());
    }

    @Test
    void whatNobodyKnowsIsNotDoneTwice() {
        history.send(ADD, "a", 2);
        request(READ, "a", 5, 6, 2, "a");

        assertFalse(history.hasOrder());
    }

    private void request(Kind kind, String id, long sent, long answered, Integer count, String newId) {
        history.answer(history.send(kind, id, sent), count, newId, answered);
    }
}
