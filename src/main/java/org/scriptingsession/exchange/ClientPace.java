// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.scriptingsession.config.ResponseConfig;
import org.scriptingsession.server.ClientFlow;

/**
 * How a response goes to its client: a script's ahead of the client while the script runs, and without a thread when the script
 * has ended; all others as the client takes them.
 */
final class ClientPace {
    private final OpenCalls calls;

    /** Null for a response that waits for its client. */
    private Limits limits;

    private ServletOutputStream container;

    /** Whether what is sent now is an error's answer. */
    private boolean failed;

    /** Null before a script writes, and after the end. */
    private ClientStream stream;

    /**
     * @param sizes past which a script waits for its client
     * @param directory for what memory has no room for
     * @param patience how long a script waits for a client that takes nothing
     * @param pause stops the script's clock; what it returns is to be run when the clock goes on
     * @param flow of the client, asked for once
     * @param cut breaks the connection: the client must not take what it has for the whole
     */
    record Limits(
            ResponseConfig sizes,
            File directory,
            Duration patience,
            Supplier<Runnable> pause,
            Supplier<ClientFlow> flow,
            Runnable cut) {}

    /** @param calls of the application; null for a part of a call, which does not go on without a thread */
    ClientPace(OpenCalls calls) {
        this.calls = calls;
    }

    /** Lets a script run ahead that is about to write the response, unless another component has begun to. */
    void runAhead(Limits ofScript) {
        if (container == null) {
            limits = ofScript;
        }
    }

    /** The stream that components get of the container's. */
    ServletOutputStream over(ServletOutputStream ofContainer) {
        container = ofContainer;
        if (limits == null) {
            return container;
        }
        stream = new ClientStream(container, limits, () -> failed);
        return stream;
    }

    /** Sends what the client takes; returns whether that is to be done by the response itself. */
    boolean leavesFlush() throws IOException {
        if (stream != null) {
            stream.flush();
        }
        return stream == null;
    }

    /** An error is answered from now on: that its client does not take the answer is nobody's error. */
    void fail() {
        failed = true;
    }

    /** Nothing of the script waits for the client any more. */
    void scriptEnded() {
        if (stream != null) {
            stream.scriptEnded();
        }
    }

    /** Forgets what was written to a response that is not committed. */
    void reset() {
        if (stream != null) {
            stream.reset();
        }
    }

    /**
     * Sends what the client has not taken no more: the client must not take what it has for the whole.
     *
     * @param begun whether the client has a part
     */
    void drop(boolean begun) {
        if (stream != null && stream.drop() && begun) {
            limits.cut().run();
        }
        stream = null;
    }

    /**
     * Sends what the client has not taken.
     *
     * @param later the request, which may go on without a thread meanwhile; null when it may not
     */
    void finish(HttpServletRequest later) throws IOException {
        if (stream == null) {
            return;
        }
        AheadBytes rest = stream.rest();
        if (rest == null) {
            drop(true);
            return;
        }
        stream = null;
        new RestOfResponse(rest, container, limits.cut(), calls).send(later);
    }
}
