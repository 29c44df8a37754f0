// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server's JVM that deploys and undeploys; says how many of the applications before the last one are still held. */
final class PastApplications {
    private static final int THREADS = 3;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private PastApplications() {}

    public static void main(String... arguments) throws Exception {
        ExecutorService server = Executors.newFixedThreadPool(THREADS);
        List<WeakReference<ClassLoader>> past = List.of(serve(server), serve(server));
        // of the last one the JDK itself may keep the types of a record's method, until another application's come
        serve(server);
        long begun = System.nanoTime();
        while (held(past) > 0 && System.nanoTime() - begun < PATIENCE_NANOS) {
            System.gc();
            Thread.sleep(20);
        }
        System.out.println(held(past));
        server.shutdownNow();
    }

    private static long held(List<WeakReference<ClassLoader>> past) {
        return past.stream().filter(application -> application.get() != null).count();
    }

    private static WeakReference<ClassLoader> serve(ExecutorService server) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object running = loader.loadClass(Application.class.getName())
                    .getConstructor()
                    .newInstance();
            Callable<Object> request = Executors.callable((Runnable) running);
            for (Future<Object> answer : server.invokeAll(
                    Stream.generate(() -> request).limit(THREADS).toList())) {
                answer.get();
            }
            ((AutoCloseable) running).close();
            return new WeakReference<>(loader);
        }
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(PastApplications::url)
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
