// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script logs is one line under its own name, whatever it contains. */
class ConsoleFunctionsTest {
    private static final Logger LOGGER = Logger.getLogger("org.scriptingsession.script.shop/cart.mjs");

    private final Map<String, HostFunction> functions = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // nothing is held
        }
    };
    private Engine engine;
    private Context context;

    @BeforeEach
    void open() {
        ConsoleFunctions.addTo(functions);
        recorder.setLevel(Level.ALL);
        LOGGER.setLevel(Level.ALL);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(recorder);
        engine = Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context = Context.newBuilder("js").engine(engine).build();
    }

    @AfterEach
    void close() {
        LOGGER.removeHandler(recorder);
        context.close();
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({"console.debug, FINE", "console.info, INFO", "console.warn, WARNING", "console.error, SEVERE"})
    void eachFunctionHasItsLevel(String function, String level) {
        log(function, "hello {0} %s");

        assertEquals(List.of(level + " hello {0} %s"), lines);
    }

    @Test
    void lineBreaksAndControlCharactersAreShownAndNotWritten() {
        log("console.info", "a\nb\r\nc\td\u0000e\u001b[31mf\u2028g\u0085h");

        assertEquals(List.of("INFO a\\nb\\r\\nc\td\\u0000e\\u001b[31mf\\u2028g\\u0085h"), lines);
    }

    @Test
    void otherCharactersStayAsTheyAre() {
        log("console.info", "žluť 日本 \uD83D\uDE00 \\n");

        assertEquals(List.of("INFO žluť 日本 \uD83D\uDE00 \\n"), lines);
    }

    @Test
    void aVeryLongMessageIsCut() {
        log("console.info", "x".repeat(20_000));

        assertEquals("INFO ".length() + 16 * 1024 + "...".length(), lines.get(0).length());
    }

    private void log(String function, String message) {
        Value[] values = {context.asValue(function), context.asValue(message)};
        functions.get(function).call(HttpCall.none("/shop/cart.mjs"), new Arguments(values));
    }
}
