// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ModuleGraph;

/** The folder's name may lead to one release after another: a request runs one of them whole. */
class ScriptFolderTest {
    private static final String ENTRY = "/entry.mjs";
    private static final Duration REFRESH = Duration.ofSeconds(1);

    @TempDir
    private Path temporary;

    private final AtomicLong now = new AtomicLong();
    private final Map<String, ScriptFile> packaged =
            Map.of(ENTRY, ScriptFile.of(ENTRY, "'packaged';"), "/late.mjs", ScriptFile.of("/late.mjs", "'packaged';"));

    private Path current;
    private ScriptRepository scripts;

    @BeforeEach
    void makeTwoReleases() throws IOException {
        release("one");
        release("two");
        current = Files.createSymbolicLink(temporary.resolve("current"), temporary.resolve("one"));
        scripts = repository(Duration.ZERO);
    }

    @Test
    void aLinkThatIsSwitchedCountsAtTheNextRequest() throws IOException {
        assertEquals("'one';", part());
        link("two");
        assertEquals("'two';", part());
        remove("one");
        assertEquals("'two';", part());
    }

    @Test
    void aLinkOnTheWayToTheFolderIsFollowedToo() throws IOException {
        release("one/scripts");
        release("two/scripts");
        current = current.resolve("scripts");
        scripts = repository(Duration.ZERO);
        assertEquals("'one/scripts';", part());
        current = current.getParent();

        link("two");

        assertEquals("'two/scripts';", part());
    }

    @Test
    void aFolderPutInPlaceOfAnotherCounts() throws IOException {
        assertEquals("'one';", part());
        Files.move(temporary.resolve("one"), temporary.resolve("old"));
        Files.move(temporary.resolve("two"), temporary.resolve("one"));

        assertEquals("'two';", part());
    }

    @Test
    void withoutItsFolderNoScriptOfTheWarTakesItsPlace() throws IOException {
        assertEquals("'one';", part());
        remove("one");
        Failures.of(Mistake.FOLDER_GONE, this::graph);
        Files.writeString(temporary.resolve("one"), "no folder");
        Failures.of(Mistake.FOLDER_GONE, this::graph);
        Files.delete(temporary.resolve("one"));

        release("one");
        Files.writeString(temporary.resolve("one/part.mjs"), "'anew';");
        assertEquals("'anew';", part());
    }

    @Test
    void whereTheFolderHasNoneTheScriptOfTheWarRuns() throws IOException {
        Files.delete(temporary.resolve("one/entry.mjs"));

        assertEquals("'packaged';", graph().entry().text().toString());
    }

    @Test
    void aLookServesRequestsUntilItIsTooOld() throws IOException {
        scripts = repository(REFRESH);
        ModuleGraph one = graph();
        link("two");
        now.addAndGet(REFRESH.toNanos() - 1);
        assertSame(one, graph());

        now.incrementAndGet();
        assertEquals("'two';", part());
    }

    @Test
    void whatIsNotKnownIsLookedForAtOnceAndThenEveryScriptIsOfTheNewRelease() throws IOException {
        scripts = repository(REFRESH);
        assertEquals("'one';", part());
        Files.writeString(temporary.resolve("two/new.mjs"), "");
        link("two");

        scripts.graph("/new.mjs").orElseThrow();

        assertEquals("'two';", part());
    }

    @Test
    void aFileChangedInItsPlaceCountsWhenTheLookIsTooOld() throws IOException {
        scripts = repository(REFRESH);
        assertEquals("'one';", part());
        Files.writeString(temporary.resolve("new.mjs"), "'renamed';");
        Files.move(
                temporary.resolve("new.mjs"),
                temporary.resolve("one/part.mjs"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals("'one';", part());

        now.addAndGet(REFRESH.toNanos());
        assertEquals("'renamed';", part());
    }

    @Test
    void whatARunImportsIsOfItsRelease() throws IOException {
        ModuleGraph running = graph();
        link("two");
        assertNotEquals(running, graph());

        assertEquals("'one';", late(running));
        remove("one");
        assertEquals("'one';", late(running));
    }

    @Test
    void whatCameWithAnotherReleaseIsNotImported() throws IOException {
        ModuleGraph running = graph();
        Files.move(temporary.resolve("one"), temporary.resolve("old"));
        Files.move(temporary.resolve("two"), temporary.resolve("one"));
        Failures.of(Mistake.CHANGED_MEANWHILE, () -> late(running));

        remove("one");
        Failures.of(Mistake.FOLDER_GONE, () -> late(running));
    }

    @Test
    void whatARunHasImportedIsLookedAtWithTheRest() throws IOException {
        ModuleGraph running = graph();
        assertEquals("'one';", late(running));
        assertSame(running, graph());
        Files.writeString(temporary.resolve("one/late.mjs"), "'changed';");

        assertEquals("'one';", late(running));
        assertEquals("'changed';", late(graph()));
    }

    @Test
    void anImportMapThatComesLaterCounts() throws IOException {
        ModuleGraph before = graph();
        Failures.of(Mistake.IMPORT_REFUSED, () -> before.imported(ENTRY, "later", false));

        Files.writeString(temporary.resolve("one/importmap.json"), "{\"imports\": {\"later\": \"./late.mjs\"}}");

        assertEquals("'one';", graph().imported(ENTRY, "later", false).text().toString());
    }

    @Test
    void requestsThatComeTogetherReadAReleaseOnce() throws Exception {
        graph();
        link("two");

        assertEquals(1, distinct(together(1000)));
    }

    @Test
    void requestsThatComeTogetherParseABrokenFileOnce() throws Exception {
        graph();
        Files.writeString(temporary.resolve("one/part.mjs"), "let a = ;");

        assertEquals(1, distinct(together(1000)));
    }

    @Test
    void aReleaseIsSeenWholeWhileOneAfterAnotherTakesItsPlace() throws Exception {
        Set<String> releases = new HashSet<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger seen = new AtomicInteger();
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try {
            Future<?> work = operator.submit(() -> {
                for (int i = 1; !over.get(); i++) {
                    release("r" + i);
                    link("r" + i);
                    remove(i == 1 ? "one" : "r" + (i - 1));
                    int before = seen.get();
                    while (seen.get() < before + 2 && !over.get()) {
                        Thread.onSpinWait();
                    }
                }
                return null;
            });
            while (releases.size() < 100 && !work.isDone()) {
                ModuleGraph graph = graph();
                String release =
                        graph.entry().declaration("release").orElseThrow().toString();
                assertEquals("'" + release + "';", partOf(graph));
                releases.add(release);
                seen.incrementAndGet();
            }
            over.set(true);
            work.get();
        } finally {
            over.set(true);
            operator.shutdownNow();
        }
    }

    @Test
    void anOldReleaseLeavesTheMemory() throws IOException {
        WeakReference<ModuleGraph> old = new WeakReference<>(graph());
        link("two");
        assertEquals("'two';", part());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (old.get() != null) {
                System.gc();
                Thread.onSpinWait();
            }
        });
    }

    private ScriptRepository repository(Duration refresh) {
        return new ScriptRepository(current, path -> Optional.ofNullable(packaged.get(path)), refresh, now::get);
    }

    /** What requests get that ask at the same time: a graph, or the cause for which there is none. */
    private List<Object> together(int requests) throws InterruptedException, ExecutionException {
        ExecutorService server = Executors.newFixedThreadPool(32);
        try {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<Object>> asked = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                asked.add(server.submit(() -> {
                    begin.await();
                    try {
                        return graph();
                    } catch (ScriptingException e) {
                        return e;
                    }
                }));
            }
            begin.countDown();
            List<Object> got = new ArrayList<>();
            for (Future<Object> request : asked) {
                got.add(request.get());
            }
            return got;
        } finally {
            server.shutdownNow();
        }
    }

    private static int distinct(List<Object> objects) {
        Map<Object, Boolean> identities = new IdentityHashMap<>();
        objects.forEach(object -> identities.put(object, true));
        return identities.size();
    }

    private ModuleGraph graph() {
        return scripts.graph(ENTRY).orElseThrow();
    }

    /** The text of what the entry imports. */
    private String part() {
        return partOf(graph());
    }

    private static String partOf(ModuleGraph graph) {
        return graph.modules().iterator().next().text().toString();
    }

    private static String late(ModuleGraph graph) {
        return graph.imported(ENTRY, "./late.mjs", false).text().toString();
    }

    private void release(String name) throws IOException {
        Path folder = Files.createDirectories(temporary.resolve(name));
        Files.writeString(folder.resolve("entry.mjs"), "import './part.mjs'; export const release = '" + name + "';");
        Files.writeString(folder.resolve("part.mjs"), "'" + name + "';");
        Files.writeString(folder.resolve("late.mjs"), "'" + name + "';");
    }

    private void link(String release) throws IOException {
        Path next = Files.createSymbolicLink(temporary.resolve("next"), temporary.resolve(release));
        Files.move(next, current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void remove(String release) throws IOException {
        for (String file : List.of("entry.mjs", "part.mjs", "late.mjs")) {
            Files.delete(temporary.resolve(release).resolve(file));
        }
        Files.delete(temporary.resolve(release));
    }
}
