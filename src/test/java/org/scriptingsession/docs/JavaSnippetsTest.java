// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java of README and site compiles: as members of a class, with what comments before it ({@code with}) add. */
class JavaSnippetsTest {
    private static final String IMPORTS = List.of(
                    "java.math.BigDecimal",
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "jakarta.annotation.*",
                    "jakarta.ejb.*",
                    "jakarta.enterprise.context.*",
                    "jakarta.enterprise.event.Observes",
                    "jakarta.inject.*",
                    "jakarta.validation.constraints.*",
                    "jakarta.ws.rs.*",
                    "jakarta.ws.rs.core.*",
                    "org.scriptingsession.api.*")
            .stream()
            .map("import %s;\n"::formatted)
            .collect(Collectors.joining());

    @TempDir
    private Path classes;

    @ParameterizedTest
    @MethodSource
    void compiles(Block block) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        Source source = new Source(whole(block));
        assertTrue(
                compiler.getTask(said, null, null, options, null, List.of(source))
                        .call(),
                () -> block + ": " + said);
    }

    static List<Block> compiles() {
        return SnippetsTest.blocks("java");
    }

    private static String whole(Block block) {
        Predicate<String> isImport = line -> line.startsWith("import ");
        return IMPORTS
                + block.text().lines().filter(isImport).collect(Collectors.joining("\n"))
                + "\nclass Snippet {\n"
                + block.note("with").orElse("")
                + "\n"
                + block.text()
                        .lines()
                        .filter(isImport.negate())
                        .filter(line -> !line.startsWith("package "))
                        .collect(Collectors.joining("\n"))
                + "\n}\n";
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
