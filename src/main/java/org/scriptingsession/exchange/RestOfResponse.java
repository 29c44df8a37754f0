// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;

/** Sends what a script was ahead of its client, when the script is over: no thread waits for the client. */
final class RestOfResponse implements WriteListener, AsyncListener, OpenCalls.Unattended {
    private static final System.Logger LOGGER = System.getLogger(RestOfResponse.class.getName());

    private final AheadBytes rest;
    private final ServletOutputStream stream;
    private final Runnable cut;
    private final OpenCalls calls;
    private AsyncContext context;

    /** Whether all was given to the container. */
    private boolean over;

    /** Whether nothing more is sent. */
    private boolean ended;

    /**
     * @param stream the container's
     * @param cut breaks the connection: the client must not take what it has for the whole
     * @param calls of the application; null where the response is sent by a thread
     */
    RestOfResponse(AheadBytes rest, ServletOutputStream stream, Runnable cut, OpenCalls calls) {
        this.rest = rest;
        this.stream = stream;
        this.cut = cut;
        this.calls = calls;
    }

    /**
     * As the client takes it: when this thread has left the request, or else in this thread.
     *
     * @param request null when it cannot go on without a thread
     */
    void send(HttpServletRequest request) throws IOException {
        if (request == null || !request.isAsyncSupported() || request.isAsyncStarted() || !mayWait()) {
            sendNow();
            return;
        }
        try {
            context = request.startAsync();
            context.setTimeout(OpenCalls.patienceMillis(rest.size()));
            context.addListener(this);
            stream.setWriteListener(this);
        } catch (RuntimeException e) {
            onComplete(null);
            throw e;
        }
    }

    private boolean mayWait() {
        return calls != null && calls.add(this);
    }

    private void sendNow() throws IOException {
        try {
            for (byte[] next = rest.next(); next != null; next = rest.next()) {
                stream.write(next);
            }
            over = true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            end();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        try {
            while (!ended && stream.isReady()) {
                byte[] next = rest.next();
                if (next == null) {
                    over = true;
                    end();
                    context.complete();
                } else {
                    stream.write(next);
                }
            }
        } catch (IOException | RuntimeException e) {
            // servers leave the request as it is
            onError(e);
        }
    }

    /** Once: the client must not take a part for the whole, so the connection is broken before the rest is gone. */
    private void end() {
        if (!ended) {
            ended = true;
            if (!over) {
                cut.run();
            }
            rest.close();
            if (calls != null) {
                calls.remove(this);
            }
        }
    }

    @Override
    public void closing() {
        // its client may have it whole
    }

    @Override
    public void drop() {
        onError(new IOException("the application is stopped"));
    }

    /** The client is gone, or its connection, or the file. */
    @Override
    public synchronized void onError(Throwable broken) {
        if (!ended) {
            LOGGER.log(Level.DEBUG, "a client has not taken its response", broken);
            end();
            context.complete();
        }
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
