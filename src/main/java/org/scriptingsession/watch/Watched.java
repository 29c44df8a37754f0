// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import java.util.function.Consumer;

/** What is watched: what runs the application's scripts. */
public interface Watched {
    /**
     * Tells of all figures there are, and later of those that come.
     *
     * @param figures is called by any thread, and throws nothing
     */
    void tell(Consumer<Figure> figures);

    /** Whether all contexts are made, so that no request has to wait for that. */
    boolean isReady();

    /** Whether scripts can run at all: not when each context is held by a run that does not end. */
    boolean isAlive();
}
