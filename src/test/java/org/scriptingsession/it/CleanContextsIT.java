// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.cases.ScriptCase;

/** No request sees what another left, over HTTP, in all contexts of the pool, with many requests at once. */
@ExtendWith(ArquillianExtension.class)
@Timeout(300)
class CleanContextsIT {
    private static final int AT_ONCE = 32;
    private static final int ROUNDS = 5;
    private static final List<ScriptCase> LEAKS = ScriptCase.leaks();

    private final List<ScriptClient> clients =
            IntStream.range(0, AT_ONCE).mapToObj(i -> new ScriptClient()).toList();

    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war =
                Deployments.war("isolation", Map.of("scripting.contexts", "16", "scripting.contexts.wait", "PT60S"));
        ScriptCase.modules().forEach((name, text) -> add(war, name, text));
        for (int i = 0; i < LEAKS.size(); i++) {
            add(war, "first" + i + ".mjs", LEAKS.get(i).first());
            add(war, "then" + i + ".mjs", LEAKS.get(i).then());
        }
        return PoolFigures.addTo(war);
    }

    @Test
    void everyAttemptIsUnseenInAllContexts() throws Exception {
        Set<String> problems = new ConcurrentSkipListSet<>();
        for (int leak = 0; leak < LEAKS.size(); leak++) {
            int tried = leak;
            atOnce(client -> get(client, "first" + tried));
            atOnce(client -> look(client, tried, problems));
        }
        assertEquals(Set.of(), problems);
        assertEquals(0, PoolFigures.idle().inUse());
    }

    @Test
    void attemptsOfOtherClientsAtTheSameTimeAreUnseen() throws Exception {
        Set<String> problems = new ConcurrentSkipListSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            int shift = round * 13;
            atOnce(client -> {
                for (int i = 0; i < LEAKS.size(); i += 4) {
                    int leak = (i + client * 7 + shift) % LEAKS.size();
                    if (client % 2 == 0) {
                        get(client, "first" + leak);
                    } else {
                        look(client, leak, problems);
                    }
                }
            });
        }
        assertEquals(Set.of(), problems);
        assertEquals(0, PoolFigures.idle().inUse());
    }

    private void look(int client, int leak, Set<String> problems) {
        HttpResponse<String> answer = get(client, "then" + leak);
        if (answer.statusCode() != 200 || !answer.body().startsWith("ok")) {
            problems.add(LEAKS.get(leak) + ": " + answer.statusCode() + " " + answer.body());
        } else {
            marks(answer.body()).stream()
                    .filter(mark -> mark.startsWith("leak-of-") || !mark.endsWith("-of-" + name(client)))
                    .forEach(mark -> problems.add(LEAKS.get(leak) + ": " + name(client) + " has " + mark));
        }
    }

    private HttpResponse<String> get(int client, String script) {
        return clients.get(client).get("js/it/" + script + ".mjs?me=" + name(client));
    }

    private static Set<String> marks(String body) {
        Set<String> marks = new TreeSet<>(List.of(body.substring("ok ".length()).split(",")));
        marks.remove("");
        return marks;
    }

    private static String name(int client) {
        return "client" + client + ".";
    }

    private static void add(WebArchive war, String name, String text) {
        war.addAsWebInfResource(new StringAsset(text), "scripts/it/" + name);
    }

    private static void atOnce(IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            IntStream.range(0, AT_ONCE)
                    .forEach(client -> tasks.add(() -> {
                        work.accept(client);
                        return true;
                    }));
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertTrue(done.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
