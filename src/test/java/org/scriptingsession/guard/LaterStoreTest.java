// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.OpenCalls;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication.Refusal;

/** An asynchronous request is stored when it is complete, and only then answered. */
class LaterStoreTest {
    private final List<String> calls = new ArrayList<>();
    private boolean storesWhenComplete = true;
    private boolean storable = true;
    private boolean async = true;
    private boolean complete;
    private Object attribute;

    private final AsyncContext context = proxy(AsyncContext.class, (proxy, called, arguments) -> {
        if (called.getName().equals("addListener")) {
            calls.add("addListener");
        }
        return null;
    });

    private final HttpServletRequest request = proxy(HttpServletRequest.class, (proxy, called, arguments) -> {
        switch (called.getName()) {
            case "getAsyncContext" -> {
                if (complete) {
                    throw new IllegalStateException();
                }
                return context;
            }
            case "isAsyncStarted" -> {
                return async;
            }
            case "setAttribute" -> attribute = arguments[1];
            case "getAttribute" -> {
                return attribute;
            }
            default -> throw new UnsupportedOperationException(called.getName());
        }
        return null;
    });

    private final HttpServletResponse container = proxy(HttpServletResponse.class, (proxy, called, arguments) -> {
        if (called.getName().equals("sendError")) {
            calls.add("sendError");
        }
        return called.getName().equals("isCommitted") ? false : null;
    });

    private final SessionServer server = proxy(SessionServer.class, (proxy, called, arguments) -> {
        switch (called.getName()) {
            case "storesWhenComplete" -> {
                return storesWhenComplete;
            }
            case "completes", "sharesSessions" -> {
                return false;
            }
            case "waitedNanos" -> {
                return 0L;
            }
            case "store" -> {
                calls.add("store");
                if (!storable) {
                    throw Mistake.STOOD_STILL.with();
                }
            }
            default -> throw new UnsupportedOperationException(called.getName());
        }
        return null;
    });

    private final Refusal refusal = (refused, response, reason) -> {
        assertSame(container, response);
        calls.add("refuse");
    };

    private final Exchange exchange = Exchange.begin(request, container, server, new OpenCalls());
    private final LaterStore later = new LaterStore(exchange, refusal);

    @Test
    void itIsStoredOnceBeforeTheClientSeesTheEnd() throws IOException {
        assertTrue(later.begin());
        exchange.response().sendError(404);
        assertEquals(List.of("addListener"), calls);
        assertSame(later, LaterStore.of(request));

        later.onComplete(new AsyncEvent(context));
        later.onComplete(new AsyncEvent(context));

        assertEquals(List.of("addListener", "store", "sendError"), calls);
    }

    @Test
    void whatCannotBeStoredIsRefused() throws IOException {
        exchange.response().sendError(404);
        storable = false;

        later.onComplete(new AsyncEvent(context));

        assertEquals(List.of("store", "refuse"), calls);
    }

    @Test
    void aTimeoutIsAnsweredAtOnce() throws IOException {
        exchange.response().sendError(404);

        later.onTimeout(new AsyncEvent(context));

        assertEquals(List.of("sendError"), calls);
    }

    @Test
    void anErrorIsAnsweredAtOnce() throws IOException {
        exchange.response().sendError(404);

        later.onError(new AsyncEvent(context));

        assertEquals(List.of("sendError"), calls);
    }

    @Test
    void aDispatchThatStartsAgainIsListenedToAgain() {
        later.onStartAsync(new AsyncEvent(context));

        assertEquals(List.of("addListener"), calls);
    }

    @Test
    void afterADispatchItIsStoredUnlessThatGoesOn() throws IOException {
        later.storeAfterDispatch();
        assertEquals(List.of(), calls);

        async = false;
        later.storeAfterDispatch();
        assertEquals(List.of("store"), calls);
    }

    @Test
    void aServerThatStoresByItselfIsLeftToIt() throws IOException {
        storesWhenComplete = false;

        assertFalse(later.begin());
        async = false;
        later.storeAfterDispatch();

        assertEquals(List.of(), calls);
        assertSame(later, LaterStore.of(request));
    }

    @Test
    void whatIsCompleteAlreadyIsNotWaitedFor() {
        complete = true;

        assertFalse(later.begin());
        assertNull(LaterStore.of(request));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(LaterStoreTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
