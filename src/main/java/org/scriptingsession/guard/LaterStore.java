// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.server.StartingApplication.Refusal;

/**
 * Stores the session of an asynchronous request when the request is complete, before the client sees the end of the response.
 * Some containers end the response of a dispatched request before they say that the request is complete: its session is stored
 * after the dispatch.
 */
final class LaterStore implements AsyncListener {
    private static final String NAME = LaterStore.class.getName();

    private final Exchange exchange;
    private final Refusal refusal;
    private boolean done;

    LaterStore(Exchange exchange, Refusal refusal) {
        this.exchange = exchange;
        this.refusal = refusal;
    }

    /** The store of an asynchronous request that a component has dispatched; null for none. */
    static LaterStore of(HttpServletRequest request) {
        return (LaterStore) request.getAttribute(NAME);
    }

    /** Waits for the end of the request; returns whether there is something to wait for. */
    boolean begin() {
        AsyncContext context;
        try {
            context = exchange.request().getAsyncContext();
        } catch (IllegalStateException completeMeanwhile) {
            return false;
        }
        exchange.request().setAttribute(NAME, this);
        if (exchange.server().storesWhenComplete()) {
            context.addListener(this);
        }
        return exchange.server().storesWhenComplete();
    }

    /** The exchange whose session is to be stored. */
    Exchange exchange() {
        return exchange;
    }

    /** Stores the session, once; does nothing while another thread goes on with the request. */
    void storeAfterDispatch() throws IOException {
        if (!exchange.isAsync()) {
            onComplete(null);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
        if (done || !exchange.server().storesWhenComplete()) {
            return;
        }
        done = true;
        try {
            exchange.server().store(exchange.begun());
            exchange.complete();
        } catch (NotStoredException notStored) {
            refusal.answer(exchange.request(), exchange.containerResponse(), notStored);
        }
    }

    /** The container answers with an error right away, unless a component does. */
    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        exchange.response().complete();
    }

    /** As {@link #onTimeout}. */
    @Override
    public void onError(AsyncEvent event) throws IOException {
        exchange.response().complete();
    }

    /** Containers forget listeners when a component dispatches the request, and the dispatch starts asynchronous work again. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
