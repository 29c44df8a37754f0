// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import org.scriptingsession.module.ModuleGraph;

/** Where clean contexts come from. */
public interface Contexts {
    /**
     * Lends a context that can run the graph and in which no other request has left anything; close the lease in the same
     * thread.
     *
     * @throws org.scriptingsession.error.ContextsExhaustedException when none becomes free in time
     */
    Lease lease(ModuleGraph graph);
}
