// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

/** The server's tracing. A bean where its classes are: see {@code beans.xml}. */
interface SpanMaker {
    /** Whether the server has it for this application. */
    boolean isThere();

    /** Begins a span, below the one that goes on in this thread. */
    Span begin(Step step, String which);

    /** A span that ends now. */
    void past(Step step, String which, long nanos);
}
