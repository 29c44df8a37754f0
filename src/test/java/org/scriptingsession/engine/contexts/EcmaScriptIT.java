// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.cases.EcmaScriptPiece;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.LogText;
import org.scriptingsession.sdk.HttpCall;

/** Standard ECMAScript prints the same in a hardened context as in one that the engine makes. */
@Timeout(300)
class EcmaScriptIT {
    private static final Logger SCRIPTS = Logger.getLogger("org.scriptingsession.script");

    /** The file of pieces that differ on purpose; {@code src/site/hardening.md} says the same to script authors. */
    private static final String INTENDED = "hardening ";

    private final List<EcmaScriptPiece> pieces = EcmaScriptPiece.all();

    @Test
    void aHardenedContextPrintsWhatAPlainOnePrints() {
        List<String> differences = new ArrayList<>();
        Set<String> different = new TreeSet<>();
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT2M"))) {
            EcmaScriptPiece.modules().forEach(contexts::put);
            // all pieces in one, as requests do
            PooledContext context = contexts.create();
            for (EcmaScriptPiece piece : pieces) {
                List<String> plain = inPlain(contexts, piece);
                List<String> hardened = inHardened(contexts, context, piece);
                if (!ended(plain)) {
                    differences.add(piece + " is no good: " + plain);
                } else if (!plain.equals(hardened)) {
                    if (piece.name().startsWith(INTENDED)) {
                        different.add(piece.id());
                    } else {
                        differences.add(piece + "\n    plain    " + plain + "\n    hardened " + hardened);
                    }
                }
            }
            context.close();
        }
        assertAll(
                () -> assertEquals("", String.join("\n", differences)),
                () -> assertEquals(intended(), different, "what is intended differs"));
    }

    @Test
    void thereAreThreeHundredPieces() {
        assertTrue(pieces.size() >= 300, () -> "only " + pieces.size());
        assertEquals(
                pieces.size(),
                pieces.stream().map(EcmaScriptPiece::id).distinct().count(),
                "numbered once");
    }

    private Set<String> intended() {
        return pieces.stream()
                .filter(piece -> piece.name().startsWith(INTENDED))
                .map(EcmaScriptPiece::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean ended(List<String> lines) {
        return lines.size() > 1
                && lines.get(lines.size() - 1).equals(EcmaScriptPiece.END)
                && lines.stream().noneMatch(line -> line.startsWith(EcmaScriptPiece.UNCAUGHT));
    }

    /** As a module beside the modules that the pieces import. */
    private static List<String> inPlain(TestContexts contexts, EcmaScriptPiece piece) {
        List<String> lines = new ArrayList<>();
        try (Context plain = contexts.plain()) {
            ProxyExecutable line = arguments -> {
                // as a log shows it
                lines.add(LogText.oneLine(arguments[0].asString()));
                return null;
            };
            plain.eval("js", "(warn) => { globalThis.console = { warn, info() {}, log() {} }; }")
                    .executeVoid(line);
            plain.eval(Source.newBuilder(
                            "js", EcmaScriptPiece.MODULES.resolve("piece.mjs").toFile())
                    .content(piece.text())
                    .mimeType("application/javascript+module")
                    .build());
        } catch (PolyglotException e) {
            lines.add(e.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }

    private static List<String> inHardened(TestContexts contexts, PooledContext context, EcmaScriptPiece piece) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Handler ear = new Ear(lines);
        SCRIPTS.addHandler(ear);
        SCRIPTS.setUseParentHandlers(false);
        try {
            contexts.lease(context).run(contexts.graph("piece", piece.text()), null, HttpCall.none("/it/piece.mjs"));
        } catch (Failure e) {
            lines.add(e.toString());
        } finally {
            context.forget();
            SCRIPTS.removeHandler(ear);
            SCRIPTS.setUseParentHandlers(true);
        }
        return lines;
    }

    private static final class Ear extends Handler {
        private final List<String> lines;

        Ear(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
