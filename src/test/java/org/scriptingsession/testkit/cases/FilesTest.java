// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scriptingsession.testkit.ScriptAnswer;
import org.scriptingsession.testkit.ScriptClient;
import org.scriptingsession.testkit.ScriptTest;

@ScriptTest(scripts = "target/test-kit-scripts", settings = "scripting.path=api/scripts")
class FilesTest {
    private static final Path FOLDER = Path.of("target/test-kit-scripts");

    @BeforeAll
    static void makeFolder() throws IOException {
        Files.createDirectories(FOLDER);
    }

    private static void write(String text) throws IOException {
        Files.writeString(FOLDER.resolve("now.mjs"), text);
    }

    @Test
    void filesAreReadAgain(ScriptClient client) throws IOException {
        for (int i = 0; i < 5; i++) {
            write("import { response } from 'sdk/http'; response.print(" + i + ");");
            assertEquals(String.valueOf(i), client.get("now.mjs").send().text());
        }
        write("import { nothing } from 'sdk/http';");
        ScriptAnswer answer = client.get("now.mjs").send();
        assertEquals(500, answer.status());
        assertTrue(answer.error().orElseThrow().getMessage().contains("now.mjs:1"), answer::toString);
        Files.delete(FOLDER.resolve("now.mjs"));
        assertEquals(404, client.get("now.mjs").send().status());
    }
}
