// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.OpenCalls;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.StandIn;

/** Payara takes JAX-RS apart, when it stops, under the calls that it waits for. */
class ScriptEntryFilterTest {
    private final Exchange exchange =
            Exchange.begin(StandIn.request(), StandIn.response(), new PlainServer(), new OpenCalls());

    private final List<ScriptingException> answered = new ArrayList<>();

    @Test
    void whatJaxRsFailsAtAfterTheScriptHasEndedIsNoAnswer() throws IOException, ServletException {
        serve(() -> {
            exchange.scriptEnded();
            exchange.response().finish();
        });

        assertTrue(exchange.isServedByScript());
    }

    @Test
    void afterTheScriptHasFailedItsErrorIsTheAnswer() throws IOException, ServletException {
        ScriptingException error = Mistake.SCRIPT_FAILED.with("a.mjs:1:1", "Error: by design");

        serve(() -> exchange.fail(error));

        assertEquals(List.of(error), answered);
    }

    @Test
    void soItIsWhenJaxRsHasAnsweredItByItself() throws IOException, ServletException {
        ScriptingException error = Mistake.SCRIPT_FAILED.with("a.mjs:1:1", "Error: by design");

        run(() -> {
            exchange.fail(error);
            exchange.response().sendError(500, "Request failed.");
        });

        assertEquals(List.of(error), answered);
        assertFalse(exchange.response().isCommitted());
    }

    @Test
    void whatTheMapperAnswersIsAnsweredOnce() throws IOException, ServletException {
        run(() -> {
            exchange.fail(Mistake.SCRIPT_FAILED.with("a.mjs:1:1", "Error: by design"));
            exchange.answersError();
        });

        assertEquals(List.of(), answered);
    }

    @Test
    void whatItFailsAtBeforeIs() {
        assertThrows(IllegalStateException.class, () -> serve(() -> {}));
        assertThrows(
                IllegalStateException.class,
                () -> serve(() -> exchange.response().finish()));
        assertEquals(List.of(), answered);
    }

    /** Of JAX-RS that fails after its resource. */
    private void serve(Runnable resource) throws IOException, ServletException {
        run(() -> {
            resource.run();
            throw new IllegalStateException("has been shut down");
        });
    }

    private void run(JaxRs jaxRs) throws IOException, ServletException {
        ScriptEntryFilter filter = new ScriptEntryFilter();
        filter.answer = (request, response, error) -> answered.add(error);
        exchange.serve((request, response) -> filter.doFilter(request, response, (r, s) -> jaxRs.run()));
    }

    private interface JaxRs {
        void run() throws IOException;
    }
}
