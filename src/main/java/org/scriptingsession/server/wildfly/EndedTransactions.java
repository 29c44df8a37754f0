// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import org.scriptingsession.server.ServerMembers;

/**
 * Locks that Infinispan has for transactions of other nodes which these have ended long ago. A node that stood still finds
 * requests for locks waiting when it goes on. Who sent them has given this node up meanwhile, and tells it nothing of their end:
 * sessions would stay locked until Infinispan's reaper looks, a minute or more.
 */
final class EndedTransactions extends ServerMembers {
    private final Member<Object> registry = any("org.infinispan.factories.ComponentRegistry.of(org.infinispan.Cache)");
    private final Member<Object> table = any("org.infinispan.factories.ComponentRegistry.getTransactionTable()");
    private final Member<Object> reap =
            any("org.infinispan.transaction.impl.TransactionTable.cleanupTimedOutTransactions()");

    private final Object transactions;

    /** @param cache of an embedded store */
    EndedTransactions(Object cache) {
        super(cache.getClass());
        complete();
        transactions = table.on(registry.on(null, cache));
    }

    /**
     * Asks the other nodes which of their transactions are over, and gives these up. Heeds those that are older than the cache's
     * {@code complete-timeout}; waits for no answer.
     */
    void giveUp() {
        reap.on(transactions);
    }
}
