// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.SessionServer;

class ExchangeTest {
    private Principal user;

    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) -> switch (called.getName()) {
                case "getUserPrincipal" -> user;
                case "getRequestedSessionId" -> "requested";
                default -> null;
            });

    private final HttpServletResponse container = new RecordingResponse().container();
    private final Exchange exchange = Exchange.begin(request, container, new PlainServer(), new OpenCalls());

    @Test
    void itIsTheThreadsWhileComponentsServeIt() throws IOException, ServletException {
        Exchange part = Exchange.part(request, container, new PlainServer());

        exchange.serve((servedRequest, servedResponse) -> {
            assertSame(exchange.response(), servedResponse);
            assertSame(exchange, Exchange.current().orElseThrow());
            part.serve((r, s) -> assertSame(part, Exchange.current().orElseThrow()));
            assertSame(exchange, Exchange.current().orElseThrow());
        });

        assertEquals(Optional.empty(), Exchange.current());
    }

    @Test
    void itIsNoLongerTheThreadsWhenAComponentFails() {
        FilterChain failing = (servedRequest, servedResponse) -> {
            throw new ServletException();
        };

        assertThrows(ServletException.class, () -> exchange.serve(failing));
        assertEquals(Optional.empty(), Exchange.current());
    }

    @Test
    void itIsNoLongerTheThreadsWhenTheServersCleanupFails() {
        SessionServer failing = new PlainServer() {
            @Override
            public Runnable threadCleanup() {
                return () -> {
                    throw new IllegalStateException();
                };
            }
        };

        Exchange part = Exchange.part(request, container, failing);

        assertThrows(IllegalStateException.class, () -> part.serve((r, s) -> {}));
        assertEquals(Optional.empty(), Exchange.current());
    }

    @Test
    void whetherItIsCommittedIsKnownToTheThread() throws IOException, ServletException {
        exchange.serve((servedRequest, servedResponse) -> {
            assertFalse(Exchange.isCommitted());
            exchange.response().finish();
            assertTrue(Exchange.isCommitted());
        });

        assertFalse(Exchange.isCommitted());
    }

    /** The script's error is on one line, whatever the client has sent. */
    @Test
    void aRefusalIsKnownByWhatTheScriptsErrorShowsOfIt() throws IOException, ServletException {
        Failure reason = Mistake.MALFORMED_FIELD.with("a\u007f\n", "query", "UTF-8");
        exchange.serve((servedRequest, servedResponse) -> Exchange.refused(reason));

        String shown = "it/takes.mjs:1:1: TypeError: " + LogText.oneLine(reason.getMessage());
        assertSame(reason, exchange.refusal(shown).orElseThrow());
        assertSame(reason, exchange.refusal(reason.getMessage()).orElseThrow());
        assertEquals(Optional.empty(), exchange.refusal("TypeError: another"));
    }

    @Test
    void whoWasNotLoggedInIsNotLoggedOut() {
        exchange.admitted(false);
        assertFalse(exchange.isLoggedOut());

        user = () -> "duke";
        exchange.admitted(false);
        assertFalse(exchange.isLoggedOut());

        user = null;
        assertTrue(exchange.isLoggedOut());
    }

    @Test
    void aSessionIsBegunByTheCallThatCameWithNone() throws IOException, ServletException {
        assertFalse(exchange.hasBegun("new"));

        exchange.admitted(true);
        assertFalse(exchange.hasBegun("new"));

        exchange.admitted(false);
        assertTrue(exchange.hasBegun("new"));
        assertFalse(exchange.hasBegun("requested"));
        exchange.serve((r, s) ->
                assertTrue(Exchange.part(request, container, new PlainServer()).hasBegun("new")));
    }

    @Test
    void aDispatchGoesOnWithTheResponseOfTheCall() {
        Exchange dispatched = exchange.dispatched(request, container);

        assertSame(exchange.response(), dispatched.response());
    }

    @Test
    void aDispatchMayBringAResponseOfItsOwn() {
        HttpServletResponse own = new HttpServletResponseWrapper(exchange.response());

        Exchange dispatched = exchange.dispatched(request, own);

        assertNotSame(exchange.response(), dispatched.response());
        assertSame(own, dispatched.response().getResponse());
    }
}
