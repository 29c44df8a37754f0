// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No client sees another's session, and no request what another left. */
@ExtendWith(ArquillianExtension.class)
class IsolationIT {
    private static final int CLIENTS = 50;
    private static final int VISITS = 6;

    /** More than clients ask for. */
    private static final int CONTEXTS = 60;

    @Deployment(testable = false)
    static WebArchive application() {
        return PoolFigures.addTo(Deployments.war(
                "isolation",
                Map.of("scripting.contexts.wait", "PT30S", "scripting.contexts", String.valueOf(CONTEXTS))));
    }

    @Test
    void concurrentClientsNeverSeeEachOther() throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<String>> ids = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String me = "client" + i;
                ids.add(threads.submit(() -> {
                    start.await();
                    return visitOften(me);
                }));
            }
            Set<String> different = new HashSet<>();
            for (Future<String> id : ids) {
                different.add(id.get());
            }
            assertEquals(CLIENTS, different.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void allContextsAreMadeThoughNobodyAsks() {
        assertEquals(
                CONTEXTS,
                PoolFigures.await(figures -> figures.created() == CONTEXTS).created());
    }

    @Test
    void everyRequestStartsClean() {
        ScriptClient client = new ScriptClient();
        String first = client.get("js/it/remembers.mjs").body();
        assertTrue(first.startsWith("{\"visits\":1,\"imported\":1,"), first);
        for (int i = 0; i < 50; i++) {
            assertEquals(first, client.get("js/it/remembers.mjs").body());
        }
    }

    private static String visitOften(String me) {
        ScriptClient client = new ScriptClient();
        String id = null;
        for (int visit = 1; visit <= VISITS; visit++) {
            JsonObject seen = client.call("isolation.mjs", "visit?me=" + me).getJsonObject("returned");
            assertEquals(visit == 1, seen.isNull("before"), seen::toString);
            assertEquals(me, seen.getString("after"));
            assertEquals("me only-" + me + " visits", seen.getString("names"));
            assertEquals(visit, seen.getInt("visits"));
            assertEquals(id == null ? seen.getString("id") : id, seen.getString("id"));
            id = seen.getString("id");
        }
        return id;
    }
}
