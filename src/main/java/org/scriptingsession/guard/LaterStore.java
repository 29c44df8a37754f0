// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.exchange.ExchangeResponse;
import org.scriptingsession.server.Refusal;
import org.scriptingsession.server.SessionServer;

/**
 * Stores the session of an asynchronous request when that is complete, before the client sees the end of the response. Where the
 * container ends the response of a request that was dispatched, before it says that it is complete, that is done after the
 * dispatch.
 */
final class LaterStore implements AsyncListener {
    private static final String NAME = LaterStore.class.getName();

    private final SessionServer server;
    private final Refusal refusal;
    private final HttpServletRequest request;
    private final HttpServletResponse container;
    private final ExchangeResponse response;
    private final long begun;
    private boolean done;

    LaterStore(
            SessionServer server,
            Refusal refusal,
            HttpServletRequest request,
            HttpServletResponse container,
            ExchangeResponse response,
            long begun) {
        this.server = server;
        this.refusal = refusal;
        this.request = request;
        this.container = container;
        this.response = response;
        this.begun = begun;
    }

    /** That of a request; null for none. */
    static LaterStore of(HttpServletRequest request) {
        return (LaterStore) request.getAttribute(NAME);
    }

    /** Whether the request is going to be stored: not when it is complete already. */
    boolean begin() {
        AsyncContext context;
        try {
            context = request.getAsyncContext();
        } catch (IllegalStateException completeMeanwhile) {
            return false;
        }
        request.setAttribute(NAME, this);
        if (server.storesWhenComplete()) {
            context.addListener(this);
        }
        return server.storesWhenComplete();
    }

    /** The response to go on with when a component dispatches the request: without one of its own that is the container's. */
    ExchangeResponse dispatched(HttpServletResponse given) {
        return given == container ? response : ExchangeResponse.of(given);
    }

    /** Stores the session, unless that was done; to be called after a dispatch, too. */
    void store() throws IOException {
        if (done || !server.storesWhenComplete()) {
            return;
        }
        done = true;
        try {
            server.store(begun);
            if (!server.completes(response) || request.isAsyncStarted()) {
                response.complete();
            }
        } catch (NotStoredException notStored) {
            refusal.answer(request, container, notStored);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
        store();
    }

    /** The container answers with an error right away, unless a component does. */
    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        response.complete();
    }

    /** As {@link #onTimeout}. */
    @Override
    public void onError(AsyncEvent event) throws IOException {
        response.complete();
    }

    /** Listeners are forgotten when a component dispatches the request, and that one begins another time. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
