// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.io.Serial;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.scriptingsession.server.ServerMembers;

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

    /**
     * Watches all parts of a transaction, those that join it later, too.
     *
     * @return they and those to come; none after its end
     */
    static List<WatchedCommit> of(Object transaction) throws ReflectiveOperationException {
        Field field = ServerMembers.field(transaction.getClass(), "syncs");
        if (field.get(transaction) instanceof Parts known) {
            return known.watched;
        }
        Parts parts = new Parts();
        @SuppressWarnings("unchecked")
        List<Synchronization> before = (List<Synchronization>) field.get(transaction);
        before.forEach(parts::add);
        field.set(transaction, parts);
        return parts.watched;
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

    /** What takes part in a transaction; Infinispan adds itself when it is asked for something. */
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
