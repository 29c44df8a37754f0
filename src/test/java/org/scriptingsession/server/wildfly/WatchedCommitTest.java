// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptingsession.server.GridException;
import org.scriptingsession.server.ServerMembers.Member;

/** A transaction whose parts failed is told from one that was stored. */
class WatchedCommitTest {
    private List<Synchronization> parts = new ArrayList<>(List.of(part(null)));

    private final Member<List<Synchronization>> field = this::field;

    @SuppressWarnings("unchecked")
    private List<Synchronization> field(Object transaction, Object... value) {
        if (value.length > 0) {
            parts = (List<Synchronization>) value[0];
        }
        return parts;
    }

    @Test
    void allPartsAreWatchedTheLaterOnesToo() {
        List<WatchedCommit> watched = WatchedCommit.of(null, field);
        parts.add(part(null));

        assertEquals(2, watched.size());
        assertSame(watched, WatchedCommit.of(null, field));
        parts.forEach(part -> part.afterCompletion(Status.STATUS_COMMITTED));
        assertDoesNotThrow(() -> watched.forEach(WatchedCommit::check));
    }

    @Test
    void aRolledBackTransactionHasNotStored() {
        List<WatchedCommit> watched = WatchedCommit.of(null, field);
        parts.get(0).afterCompletion(Status.STATUS_ROLLEDBACK);

        assertThrows(GridException.class, watched.get(0)::check);
    }

    @Test
    void aPartThatFailsAfterTheCommitHasNotStored() {
        var failure = new IllegalArgumentException("node is gone");
        parts.add(part(failure));
        List<WatchedCommit> watched = WatchedCommit.of(null, field);

        assertThrows(IllegalArgumentException.class, () -> parts.get(1).afterCompletion(Status.STATUS_COMMITTED));
        assertSame(
                failure,
                assertThrows(GridException.class, watched.get(1)::check).getCause());
    }

    private static Synchronization part(RuntimeException failure) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to prepare
            }

            @Override
            public void afterCompletion(int status) {
                if (failure != null) {
                    throw failure;
                }
            }
        };
    }
}
