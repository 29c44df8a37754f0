// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import java.util.concurrent.CompletionStage;

/** A step that goes on, in this thread: what begins before it is closed is a child of it. */
public interface Span extends AutoCloseable {
    /** Where nobody traces. */
    Span NONE = new Span() {
        @Override
        public void fail(Throwable reason) {
            // nobody is told
        }

        @Override
        public void closeWith(CompletionStage<?> stage) {
            // nobody is told
        }

        @Override
        public void close() {
            // nobody is told
        }
    };

    /** The step has failed; nothing of the reason's text is shown, which is the script's. */
    void fail(Throwable reason);

    /** Instead of {@link #close}: the step ends when the stage completes, in whatever thread. */
    void closeWith(CompletionStage<?> stage);

    @Override
    void close();
}
