// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.scriptingsession.server.GridException;
import org.scriptingsession.server.ServerMembers.Member;

/**
 * A part of a transaction of WildFly's that is watched until its end. Infinispan stores sessions when the transaction counts as
 * committed already, and only logs what fails then: the request would be answered as if all were well.
 */
final class WatchedCommit implements Synchronization {
    private final Synchronization part;
    private RuntimeException failure;

    private WatchedCommit(Synchronization part) {
        this.part = part;
    }

    /**
     * Watches all parts of a transaction, and those that join it later.
     *
     * @return the parts, to which later ones are added; none after the end of the transaction
     */
    static List<WatchedCommit> of(Transaction transaction, Member<List<Synchronization>> partsOf) {
        List<Synchronization> before = partsOf.on(transaction);
        if (before instanceof Parts known) {
            return known.watched;
        }
        Parts parts = new Parts();
        before.forEach(parts::add);
        partsOf.on(transaction, parts);
        return parts.watched;
    }

    /**
     * To be called after the end of the transaction.
     *
     * @throws GridException when it failed
     */
    void check() {
        if (failure != null) {
            throw new GridException("Infinispan has not stored the session", failure);
        }
    }

    @Override
    public void beforeCompletion() {
        part.beforeCompletion();
    }

    @Override
    public void afterCompletion(int status) {
        if (status != Status.STATUS_COMMITTED) {
            failure = new GridException("transaction ended with status " + status, null);
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

    /** The parts of a transaction; Infinispan adds itself when the cache is asked for something. */
    private static final class Parts extends ArrayList<Synchronization> {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient List<WatchedCommit> watched = new ArrayList<>();

        @Override
        public boolean add(Synchronization part) {
            WatchedCommit commit = new WatchedCommit(part);
            watched.add(commit);
            return super.add(commit);
        }
    }
}
