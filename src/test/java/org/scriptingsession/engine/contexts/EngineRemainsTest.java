// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server's threads outlive the application that they ran scripts of. */
class EngineRemainsTest {
    private static final int THREADS = 3;

    /** Of the last one the JDK itself may keep the types of a record's method, until another application's come. */
    @Test
    void nothingHoldsTheClassesOfApplicationsThatAreOver() throws Exception {
        ExecutorService server = Executors.newFixedThreadPool(THREADS);
        try {
            List<WeakReference<ClassLoader>> over = List.of(serve(server), serve(server));
            serve(server);

            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                while (over.stream().anyMatch(application -> application.get() != null)) {
                    System.gc();
                    Thread.onSpinWait();
                }
            });
        } finally {
            server.shutdownNow();
        }
    }

    private static WeakReference<ClassLoader> serve(ExecutorService server) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> application = loader.loadClass(Application.class.getName());
            Object running = application.getConstructor().newInstance();
            List<Runnable> requests = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                requests.add((Runnable) running);
            }
            for (var request : requests.stream().map(server::submit).toList()) {
                request.get();
            }
            ((AutoCloseable) running).close();
            return new WeakReference<>(loader);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(EngineRemainsTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Loaded by a class loader of its own, with the product and the engine. */
    public static final class Application implements Runnable, AutoCloseable {
        static {
            EngineClasses.initialize();
        }

        private final TestContexts contexts = new TestContexts(Map.of());

        @Override
        public void run() {
            contexts.run(
                    contexts.graph("once", "import { session } from 'sdk/http'; JSON.stringify([typeof session]);"));
        }

        @Override
        public void close() {
            contexts.close();
        }
    }
}
