// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.graalvm.polyglot.Engine;

/** One engine an application: contexts share what it has parsed. It is closed when the application ends. */
@ApplicationScoped
class EngineProducer {
    @Produces
    @Singleton
    Engine engine() {
        // the engine looks languages up through the thread's class loader, which at start-up may be the server's
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EngineProducer.class.getClassLoader());
        try {
            return Engine.newBuilder("js")
                    .option("engine.WarnInterpreterOnly", "false")
                    .build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void close(@Disposes Engine engine) {
        engine.close(true);
    }
}
