// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import org.scriptingsession.module.HttpCall;

/** A clean context for the length of one run. */
public interface Lease extends AutoCloseable {
    /**
     * Runs the script that the context was lent for; returns when its evaluation, promises included, has ended.
     *
     * @throws org.graalvm.polyglot.PolyglotException what the script threw, or how it was stopped
     * @throws org.scriptingsession.error.ScriptFailedException when a top-level await never settles
     */
    void run(HttpCall call);

    /** Whether the run was stopped at its deadline. */
    boolean isOverdue();

    @Override
    void close();
}
