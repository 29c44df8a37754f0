// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types that editors read: {@code src/test/types/beans.d.ts}, which tsc checks, is what the beans of the tests give. */
class BeanTypesProcessorTest {
    private static final Path BEANS = Path.of("src/test/java/org/scriptingsession/it/app/beans");

    @TempDir
    private Path classes;

    @Test
    void theBeansOfTheTestsHaveTheseTypes() throws IOException {
        compile("Shop.java", "Prices.java", "Faults.java");

        assertEquals(
                Files.readString(Path.of("src/test/types/beans.d.ts")),
                Files.readString(classes.resolve(BeanTypesProcessor.FILE)));
    }

    @Test
    void withoutBeansThereIsNoFile() throws IOException {
        compile("Counted.java");

        assertTrue(Files.notExists(classes.resolve(BeanTypesProcessor.FILE)));
    }

    private void compile(String... files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said,
                    manager,
                    null,
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")),
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            List.of(files).stream().map(BEANS::resolve).toList()));
            task.setProcessors(List.of(new BeanTypesProcessor()));
            assertTrue(task.call(), said::toString);
        }
    }
}
