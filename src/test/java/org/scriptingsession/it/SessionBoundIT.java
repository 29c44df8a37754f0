// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.AuditTrail;
import org.scriptingsession.it.app.Desk;
import org.scriptingsession.it.app.SharingServlet;
import org.scriptingsession.it.app.Visitor;

/** A node holds no more sessions than its setting says, whoever asks for one. */
@ExtendWith(ArquillianExtension.class)
class SessionBoundIT {
    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("bound", Map.of("scripting.sessions.max", "2"))
                .addClasses(AuditTrail.class, AuditTrail.Page.class)
                .addClasses(SharingServlet.class, Visitor.class, Desk.class);
    }

    @Test
    void oneTooManyIsAskedToTryAgain() {
        ScriptClient first = new ScriptClient();
        ScriptClient second = new ScriptClient();
        assertEquals("begun\n", first.get("js/it/begin.mjs").body());
        assertEquals("begun\n", second.get("js/it/begin.mjs").body());

        HttpResponse<String> refused = new ScriptClient().get("js/it/begin.mjs");

        assertEquals(503, refused.statusCode(), refused::body);
        assertEquals("1", refused.headers().firstValue("Retry-After").orElse("none"));
        assertTrue(refused.body().contains("\"error\":\"SCRIPTING-0412\""), refused::body);
        HttpResponse<String> servlet = new ScriptClient().get("servlet/set");
        assertEquals(503, servlet.statusCode(), servlet::body);
        assertEquals("1", servlet.headers().firstValue("Retry-After").orElse("none"));
        assertEquals(
                "Error LIMIT_EXCEEDED",
                new ScriptClient().error("bound.mjs", "begin").replace("TypeError", "Error"));
        assertEquals("null", new ScriptClient().value("bound.mjs", "mark"));
        String trail = new ScriptClient().get("audit").body();
        assertTrue(trail.contains("LimitReached[error=SCRIPTING-0412, subject=/it/js/it/begin.mjs]"), trail);
        // those there are go on, and make room when they end
        assertEquals("\"here\"", first.value("bound.mjs", "mark"));
        second.value("bound.mjs", "end");
        assertEquals("\"here\"", second.value("bound.mjs", "begin"));
        first.value("bound.mjs", "end");
        second.value("bound.mjs", "end");
    }
}
