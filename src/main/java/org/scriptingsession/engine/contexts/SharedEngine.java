// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.Engine;

/** An engine: its contexts share what it has parsed. A retired one is closed with the last of its contexts. */
final class SharedEngine {
    static {
        EngineRemains.forgo();
    }

    /** Those of this class loader that are not closed. */
    private static final AtomicInteger OPEN = new AtomicInteger();

    private final Engine polyglot;
    private final boolean inspected;
    private int contexts;
    private boolean retired;

    /** An engine that nobody looks into. */
    SharedEngine() {
        this(OptionalInt.empty());
    }

    /** @param inspectPort where the inspector listens for who debugs scripts; empty for none */
    SharedEngine(OptionalInt inspectPort) {
        polyglot = make(inspectPort);
        inspected = inspectPort.isPresent();
    }

    private static Engine make(OptionalInt inspectPort) {
        // the engine looks languages up through the thread's class loader, which at start-up may be the server's
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SharedEngine.class.getClassLoader());
        try {
            Engine.Builder builder = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false");
            Engine made = inspectPort.isEmpty() ? builder.build() : Inspector.open(builder, inspectPort.getAsInt());
            OPEN.incrementAndGet();
            return made;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    Engine polyglot() {
        return polyglot;
    }

    /** To be called before a context is made; returns false when the engine is retired. */
    synchronized boolean join() {
        if (!retired) {
            contexts++;
        }
        return !retired;
    }

    /** To be called once for each context that has joined, when the context is closed. */
    void leave() {
        closeIf(() -> contexts--);
    }

    /** Lets no other context join. */
    void retire() {
        closeIf(() -> retired = true);
    }

    private void closeIf(Runnable change) {
        boolean last;
        synchronized (this) {
            change.run();
            last = retired && contexts == 0;
        }
        if (last) {
            close();
        }
    }

    /** Ends what its contexts are running; to be called once. */
    void close() {
        if (inspected) {
            Inspector.close(polyglot);
        }
        polyglot.close(true);
        if (OPEN.decrementAndGet() == 0) {
            EngineRemains.leaveThreads();
        }
    }
}
