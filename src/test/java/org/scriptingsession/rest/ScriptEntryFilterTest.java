// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.OpenCalls;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.StandIn;

/** Payara takes JAX-RS apart, when it stops, under the calls that it waits for. */
class ScriptEntryFilterTest {
    private final Exchange exchange =
            Exchange.begin(StandIn.request(), StandIn.response(), new PlainServer(), new OpenCalls());

    @Test
    void whatJaxRsFailsAtAfterTheScriptHasEndedIsNoAnswer() throws IOException, ServletException {
        serve(() -> {
            exchange.scriptEnded();
            exchange.response().finish();
        });

        assertTrue(exchange.isServedByScript());
    }

    @Test
    void whatItFailsAtBeforeIs() {
        assertThrows(IllegalStateException.class, () -> serve(() -> {}));
        assertThrows(
                IllegalStateException.class,
                () -> serve(() -> exchange.response().finish()));
    }

    private void serve(Runnable resource) throws IOException, ServletException {
        exchange.serve((request, response) -> new ScriptEntryFilter().doFilter(request, response, (r, s) -> {
            resource.run();
            throw new IllegalStateException("has been shut down");
        }));
    }
}
