// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.cluster.ReplicatedSessions;
import org.scriptingsession.cluster.ServiceUnavailable;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.request.ExchangeResponse;

/** Stores the session of an asynchronous request when that is complete, before the client sees the end of the response. */
final class LaterStore implements AsyncListener {
    private final ReplicatedSessions replicated;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ExchangeResponse ours;
    private final long begun;

    private LaterStore(
            ReplicatedSessions replicated,
            HttpServletRequest request,
            HttpServletResponse response,
            ExchangeResponse ours,
            long begun) {
        this.replicated = replicated;
        this.request = request;
        this.response = response;
        this.ours = ours;
        this.begun = begun;
    }

    /** Whether the request is asynchronous, and is going to be stored. */
    static boolean begin(
            ReplicatedSessions replicated,
            HttpServletRequest request,
            HttpServletResponse response,
            ExchangeResponse ours,
            long begun) {
        if (!request.isAsyncStarted()) {
            return false;
        }
        AsyncContext context;
        try {
            context = request.getAsyncContext();
        } catch (IllegalStateException completeMeanwhile) {
            return false;
        }
        context.addListener(new LaterStore(replicated, request, response, ours, begun));
        return true;
    }

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
        try {
            replicated.store(begun);
            replicated.complete(request, ours);
        } catch (NotStoredException notStored) {
            ServiceUnavailable.answer(request, response, notStored);
        }
    }

    /** The container completes the request if no component does. */
    @Override
    public void onTimeout(AsyncEvent event) {}

    /** As {@link #onTimeout}. */
    @Override
    public void onError(AsyncEvent event) {}

    /** Listeners are forgotten when a component dispatches the request, and that one begins another time. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
