// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptingsession.testkit.ScriptAnswer;
import org.scriptingsession.testkit.ScriptClient;
import org.scriptingsession.testkit.ScriptRequest;
import org.scriptingsession.testkit.ScriptTest;

/**
 * The scripts of README and site answer. Comments before a script say what it is asked with: {@code with}, lines before it;
 * {@code file}, its name; {@code post}, a body in JSON; {@code form}, one of a form; {@code user},
 * a name and roles; {@code answers}, the status, where it is none of success.
 */
@ScriptTest(
        scripts = "target/snippets",
        beans = {DocumentedBeans.Cart.class, DocumentedBeans.Prices.class},
        settings = {"scripting.sessions.admin-role=admin", "scripting.development=true"})
class ScriptSnippetsTest {
    private static final Path FOLDER = Path.of("target/snippets");

    @BeforeAll
    static void write() throws IOException {
        Files.createDirectories(FOLDER);
        for (Block block : scripts()) {
            Path file = FOLDER.resolve(url(block));
            Files.createDirectories(file.getParent());
            String before = block.note("with").map(lines -> lines + "\n").orElse("");
            Files.writeString(file, before + block.text());
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void answers(Block block, ScriptClient client) {
        String[] user = block.note("user").map(words -> words.split(" ")).orElse(new String[0]);
        if (user.length > 0) {
            client.logIn(user[0], Arrays.copyOfRange(user, 1, user.length));
        }
        ScriptAnswer answer = request(block, client).send();

        int status = block.note("answers").map(Integer::valueOf).orElse(200);
        assertEquals(status, answer.status(), () -> block + ": " + answer);
        block.note("prints").ifPresent(text -> assertTrue(answer.text().contains(text), () -> block + ": " + answer));
    }

    private static ScriptRequest request(Block block, ScriptClient client) {
        if (block.note("post").isPresent()) {
            return client.post(url(block)).json(block.note("post").get());
        }
        if (block.note("form").isPresent()) {
            String[] field = block.note("form").get().split("=", 2);
            return client.post(url(block)).form(field[0], field[1]);
        }
        return client.get(url(block));
    }

    private static String url(Block block) {
        String page = block.page().getFileName().toString().replace(".md", "");
        Path file = Path.of(block.note("file").orElse("script.mjs"));
        return page + "/line" + block.line() + "/" + file.getFileName();
    }

    /** Those that can be asked for. */
    static List<Block> scripts() {
        return SnippetsTest.blocks("javascript");
    }
}
