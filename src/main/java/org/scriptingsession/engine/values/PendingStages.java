// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.api.ScriptingException;

/**
 * The promises of one run that completion stages of the host will settle. Threads of the host only put what has completed into a
 * queue; the script's own thread takes it out, converts it and settles the promise. Once the run has ended nobody looks at its
 * queue, so what completes too late touches no other run.
 */
public final class PendingStages {
    private final BlockingQueue<Completed<?>> completed = new LinkedBlockingQueue<>();
    private final Set<JSPromiseObject> pending = new HashSet<>();

    /** Taken out of the queue and not settled yet. */
    private Completed<?> first;

    <T> JSPromiseObject promise(JSRealm realm, ReturnedStage<T> returned) {
        Object[] settle = new Object[2];
        JSPromiseObject promise = (JSPromiseObject) JSRuntime.construct(realm.getPromiseConstructor(), new Object[] {
            GuestFunction.of(realm, "executor", frame -> {
                settle[0] = GuestFunction.argument(frame, 0);
                settle[1] = GuestFunction.argument(frame, 1);
                return Undefined.instance;
            })
        });
        pending.add(promise);
        returned.stage()
                .whenComplete((value, failure) ->
                        completed.add(new Completed<>(promise, settle[0], settle[1], returned, value, failure)));
        return promise;
    }

    /** Whether the script goes on when one of them is settled. */
    public boolean areAwaited() {
        return pending.stream()
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
        Completed<?> next = first == null ? completed.poll() : first;
        first = null;
        for (; next != null; next = completed.poll()) {
            pending.remove(next.promise);
            next.settle(realm);
        }
    }

    private record Completed<T>(
            JSPromiseObject promise,
            Object resolve,
            Object reject,
            ReturnedStage<T> returned,
            T value,
            Throwable failure) {
        private void settle(JSRealm realm) {
            try {
                if (failure != null) {
                    throw returned.failure().apply(failure);
                }
                call(resolve, HostBridge.guest(realm, returned.value().apply(value)));
            } catch (ScriptingException e) {
                call(reject, GuestFunction.inGuest(e).getErrorObject());
            }
        }

        private static void call(Object function, Object argument) {
            JSRuntime.call(function, Undefined.instance, new Object[] {argument});
        }
    }
}
