// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ModuleGraph;

class ScriptRepositoryTest {
    private static final String ENTRY = "/entry.mjs";

    private final Map<String, ScriptFile> files = new HashMap<>();
    private Runnable whenSecondIsRead = () -> {};

    private final ScriptRepository repository = new ScriptRepository(null, this::find, Duration.ZERO, System::nanoTime);

    @Test
    void aGraphStaysTheSameUntilAFileOfItChanges() {
        put(ENTRY, "import './first.mjs'; import './second.mjs';");
        putBoth("old");
        put("/other.mjs", "");
        ModuleGraph known = graph();
        put("/other.mjs", "'changed';");
        assertSame(known, graph());

        put("/first.mjs", "'new';");

        assertNotSame(known, graph());
    }

    @Test
    void filesThatChangeWhileTheyAreReadAreReadAgain() {
        put(ENTRY, "import './first.mjs'; import './second.mjs';");
        putBoth("old");
        // after the old first was read
        whenSecondIsRead = () -> {
            whenSecondIsRead = () -> {};
            putBoth("new");
        };

        ModuleGraph graph = graph();

        graph.modules().stream()
                .filter(module -> !module.path().equals(ENTRY))
                .forEach(module -> assertEquals("'new';", module.text().toString(), module::path));
    }

    private ModuleGraph graph() {
        return repository.graph(ENTRY).orElseThrow();
    }

    private void putBoth(String state) {
        put("/first.mjs", "'" + state + "';");
        put("/second.mjs", "'" + state + "';");
    }

    private void put(String path, String text) {
        files.put(path, ScriptFile.of(path, text));
    }

    private Optional<ScriptFile> find(String path) {
        if (path.equals("/second.mjs")) {
            whenSecondIsRead.run();
        }
        return Optional.ofNullable(files.get(path));
    }

    @Test
    void beforeTheApplicationHasStartedThereIsNone() {
        Failures.of(Mistake.TOO_EARLY, () -> new ScriptRepository().graph("/a.mjs"));
    }
}
