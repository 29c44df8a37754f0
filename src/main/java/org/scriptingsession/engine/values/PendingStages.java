// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.scriptingsession.api.ScriptingException;

/**
 * The promises of one run that completion stages of the host will settle. Threads of the host only put what has completed into a
 * queue; the script's own thread takes it out, converts it and settles the promise. Once the run has ended nobody looks at its
 * queue, so what completes too late touches no other run.
 */
public final class PendingStages {
    private final BlockingQueue<Awaited<?>> completed = new LinkedBlockingQueue<>();
    private final Map<JSPromiseObject, Awaited<?>> pending = new HashMap<>();

    /** Taken out of the queue and not settled yet. */
    private Awaited<?> first;

    <T> JSPromiseObject promise(JSRealm realm, ReturnedStage<T> returned) {
        Object[] settle = new Object[2];
        JSPromiseObject promise = (JSPromiseObject) JSRuntime.construct(realm.getPromiseConstructor(), new Object[] {
            GuestFunction.of(realm, "executor", frame -> {
                settle[0] = GuestFunction.argument(frame, 0);
                settle[1] = GuestFunction.argument(frame, 1);
                return Undefined.instance;
            })
        });
        Awaited<T> awaited = new Awaited<>(new Settling<>(this, promise, settle[0], settle[1], returned));
        pending.put(promise, awaited);
        returned.stage().whenComplete(awaited);
        return promise;
    }

    /** The run is over: a stage that never completes keeps nothing of it. */
    void close() {
        pending.values().forEach(awaited -> awaited.settling = null);
        pending.clear();
    }

    /** Whether the script goes on when one of them is settled. */
    public boolean areAwaited() {
        return pending.keySet().stream()
                .anyMatch(promise -> promise.getPromiseFulfillReactions() != null
                        && promise.getPromiseFulfillReactions().size() > 0);
    }

    /** Waits, in no context, until one has completed; returns false when none has in time. */
    public boolean await(long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        while (first == null && end - System.nanoTime() > 0) {
            try {
                first = completed.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // the run has its deadline, and who interrupts is heard after it
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return first != null;
    }

    /** Settles, in the context, the promises whose stages have completed, in the order in which they have. */
    public void settle(JSRealm realm) {
        Awaited<?> next = first == null ? completed.poll() : first;
        first = null;
        for (; next != null; next = completed.poll()) {
            next.settle(realm);
        }
    }

    /** What a stage keeps of a run, for as long as the run lasts. */
    private static final class Awaited<T> implements BiConsumer<T, Throwable> {
        private volatile Settling<T> settling;
        private T value;
        private Throwable failure;

        Awaited(Settling<T> settling) {
            this.settling = settling;
        }

        /** In a thread of the host's. */
        @Override
        public void accept(T completed, Throwable failed) {
            Settling<T> now = settling;
            if (now != null) {
                value = completed;
                failure = failed;
                now.run.completed.add(this);
            }
        }

        void settle(JSRealm realm) {
            settling.run.pending.remove(settling.promise);
            settling.settle(realm, value, failure);
        }
    }

    private record Settling<T>(
            PendingStages run, JSPromiseObject promise, Object resolve, Object reject, ReturnedStage<T> returned) {
        private void settle(JSRealm realm, T value, Throwable failure) {
            try {
                if (failure != null) {
                    throw returned.failure().apply(failure);
                }
                call(resolve, HostBridge.guest(realm, returned.value().apply(value)));
            } catch (ScriptingException e) {
                call(reject, GuestFunction.inGuest(e, null).getErrorObject());
            }
        }

        private static void call(Object function, Object argument) {
            JSRuntime.call(function, Undefined.instance, new Object[] {argument});
        }
    }
}
