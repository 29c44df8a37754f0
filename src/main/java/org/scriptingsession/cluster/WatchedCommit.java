// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a transaction of WildFly's that is watched until its end. Infinispan stores sessions after its transaction is said to
 * be committed, and logs what fails then: the request would be answered as if all were well.
 */
final class WatchedCommit implements Synchronization {
    private final Synchronization part;
    private RuntimeException failure;

    private WatchedCommit(Synchronization part) {
        this.part = part;
    }

    /** Watches those parts of a transaction that are not watched; none after its end. */
    static List<WatchedCommit> of(Object transaction) throws ReflectiveOperationException {
        List<WatchedCommit> watched = new ArrayList<>();
        @SuppressWarnings("unchecked")
        List<Synchronization> parts = (List<Synchronization>) ServerMembers.get(transaction, "syncs");
        parts.replaceAll(part -> {
            if (part instanceof WatchedCommit) {
                return part;
            }
            WatchedCommit commit = new WatchedCommit(part);
            watched.add(commit);
            return commit;
        });
        return watched;
    }

    /**
     * To be called after the end of the transaction.
     *
     * @throws IllegalStateException when it failed
     */
    void check() {
        if (failure != null) {
            throw new IllegalStateException("Infinispan has not stored the session", failure);
        }
    }

    @Override
    public void beforeCompletion() {
        part.beforeCompletion();
    }

    @Override
    public void afterCompletion(int status) {
        if (status != Status.STATUS_COMMITTED) {
            failure = new IllegalStateException("transaction ended with status " + status);
        }
        try {
            part.afterCompletion(status);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public String toString() {
        return part.toString();
    }
}
