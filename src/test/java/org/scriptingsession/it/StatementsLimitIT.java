// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripting.statements.limit} counts each request for itself. */
@ExtendWith(ArquillianExtension.class)
@Timeout(90)
class StatementsLimitIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return PoolFigures.addTo(
                Deployments.war("limits", Map.of("scripting.statements.limit", "20000", "scripting.contexts", "1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop", "catches", "indirect", "awaits"})
    void aScriptIsStoppedAtItsLimit(String name) {
        PoolFigures before = PoolFigures.idle();
        int status = client.get("js/it/limits.mjs/" + name).statusCode();
        assertEquals(500, status);
        assertEquals(before.discarded("RESOURCES") + 1, PoolFigures.idle().discarded("RESOURCES"));
        assertEquals("499500", client.get("js/it/limits.mjs/works").body());
    }

    @Test
    void theNextRequestHasTheWholeLimitAgain() {
        PoolFigures before = PoolFigures.idle();
        for (int i = 0; i < 100; i++) {
            assertEquals("499500", client.get("js/it/limits.mjs/works").body());
        }
        assertEquals(before.discarded(), PoolFigures.idle().discarded());
    }
}
