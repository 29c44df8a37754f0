// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/** Sends what a script was ahead of its client, when the script is over: no thread waits for the client. */
final class RestOfResponse implements WriteListener, AsyncListener {
    private static final System.Logger LOGGER = System.getLogger(RestOfResponse.class.getName());

    /** A client that takes less is let go in the end, and what it is sent with it. */
    private static final long LEAST_BYTES_A_SECOND = 1024;

    private static final long LEAST_SECONDS = 60;

    private final AheadBytes rest;
    private final ServletOutputStream stream;
    private final Runnable cut;
    private AsyncContext context;

    /**
     * @param stream the container's
     * @param cut breaks the connection: the client must not take what it has for the whole
     */
    RestOfResponse(AheadBytes rest, ServletOutputStream stream, Runnable cut) {
        this.rest = rest;
        this.stream = stream;
        this.cut = cut;
    }

    /**
     * As the client takes it: when this thread has left the request, or else in this thread.
     *
     * @param request null when the server has left it
     */
    void send(HttpServletRequest request) throws IOException {
        if (request != null && request.isAsyncSupported() && !request.isAsyncStarted()) {
            sendLater(request);
            return;
        }
        try (rest) {
            for (byte[] next = rest.next(); next != null; next = rest.next()) {
                stream.write(next);
            }
        }
    }

    private void sendLater(HttpServletRequest request) {
        context = request.startAsync();
        context.setTimeout(TimeUnit.SECONDS.toMillis(LEAST_SECONDS + rest.size() / LEAST_BYTES_A_SECOND));
        context.addListener(this);
        stream.setWriteListener(this);
    }

    @Override
    public void onWritePossible() throws IOException {
        while (stream.isReady()) {
            byte[] next = rest.next();
            if (next == null) {
                end();
                return;
            }
            stream.write(next);
        }
    }

    private void end() {
        rest.close();
        context.complete();
    }

    /** The client is gone, or its connection. */
    @Override
    public void onError(Throwable broken) {
        LOGGER.log(Level.DEBUG, "a client has not taken its response", broken);
        rest.close();
        cut.run();
        context.complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        LOGGER.log(Level.DEBUG, "a client took its response too slowly");
        rest.close();
        cut.run();
        context.complete();
    }

    /** As {@link #onError(Throwable)}, for what {@link #onWritePossible} has thrown. */
    @Override
    public void onError(AsyncEvent event) {
        rest.close();
        cut.run();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        rest.close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
