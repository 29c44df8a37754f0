// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.nodes.promise.BuiltinPromiseRejectionTracker;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSContextOptions.UnhandledRejectionsTrackingMode;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.scriptingsession.engine.values.ExportCall;
import org.scriptingsession.engine.values.GuestFunction;
import org.scriptingsession.engine.values.PendingStages;

/**
 * Links and evaluates the modules of a program in one context (ECMA-262, 16.2.1.6).
 *
 * <p>{@link Context#eval} could do it, at three times the cost: it asks its loader for every import of every module and makes
 * promises and functions on the way. Here the records are joined from the program, which knows what each import means.
 */
public final class ModuleEvaluator {
    /** How soon a run that waits for the host sees that it was stopped. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ModuleLoader loader;
    private final Supplier<PendingStages> stages;
    private final Value evaluate;
    private final Value settle;
    private final Value settleStages;
    private final Value call;
    private final Value take;
    private final JSFunctionObject end;
    private JSModuleRecord entry;
    private JSPromiseObject evaluation;
    private ExportCall called;

    /**
     * An evaluator of one context.
     *
     * @param context entered
     * @param stages those of the host that promises of the run wait for; gives null when there has been none
     */
    public ModuleEvaluator(Context context, ModuleLoader loader, Supplier<PendingStages> stages) {
        this.loader = loader;
        this.stages = stages;
        JSRealm realm = loader.realm();
        this.evaluate = context.asValue(GuestFunction.of(realm, "evaluate", frame -> evaluateEntry()));
        this.settle = context.asValue(GuestFunction.of(realm, "settle", frame -> settleEvaluation()));
        this.call = context.asValue(GuestFunction.of(realm, "call", frame -> callExport(realm)));
        this.take = context.asValue(GuestFunction.of(realm, "take", frame -> {
            called.returned(JSPromise.getPromiseResult(evaluation));
            return Undefined.instance;
        }));
        this.settleStages = context.asValue(GuestFunction.of(realm, "settleStages", frame -> {
            stages.get().settle(realm);
            return Undefined.instance;
        }));
        this.end = GuestFunction.of(realm, "end", frame -> endWithError());
    }

    /** Forgets every module but the product's own. */
    public void forget() {
        loader.forget();
    }

    /**
     * Evaluates a program and all jobs that it leaves. The error that ends the script is a job like any
     * other: when its turn comes, the jobs that are left are dropped.
     *
     * @param export called when the evaluation has ended; null for none
     * @param lastNanos until when a run that has settled waits for promises that only callbacks wait for
     * @param beforeWaiting done whenever the script is about to wait: for stages of the host, when nothing is left to run, or for
     *     a module that it imports as it runs
     * @return false when a top-level await never settles
     * @throws PolyglotException what the script threw, or how it was stopped
     */
    public boolean evaluate(Program program, ExportCall export, LongSupplier lastNanos, Runnable beforeWaiting) {
        loader.serve(program, beforeWaiting);
        called = export;
        try {
            boolean settled = settles(evaluate, lastNanos, beforeWaiting)
                    && (export == null || settles(call, lastNanos, beforeWaiting));
            if (settled && export != null) {
                take.executeVoid();
            }
            return settled;
        } catch (PolyglotException e) {
            try {
                if (e.isGuestException() && !e.isCancelled() && !e.isResourceExhausted()) {
                    // the engine may have told of a promise that nobody handles instead of the error that ended the
                    // script
                    settle.execute();
                }
                throw e;
            } finally {
                forgetRejections();
            }
        } finally {
            evaluation = null;
            entry = null;
            called = null;
        }
    }

    /**
     * With nothing left to run it waits for stages of the host, in no context: the context is entered now and then, because that
     * fails once the run was stopped. A callback that nobody awaits belongs to the run, too; but a promise that has lost a race
     * may have one of the engine's own, and costs no script the answer that it has.
     */
    private boolean settles(Value beginning, LongSupplier lastNanos, Runnable beforeWaiting) {
        boolean settled = beginning.execute().asBoolean() || settle.execute().asBoolean();
        while (stages.get() != null && stages.get().areAwaited()) {
            beforeWaiting.run();
            if (stages.get().await(LOOK_NANOS)) {
                settleStages.executeVoid();
            } else if (settled && System.nanoTime() - lastNanos.getAsLong() >= 0) {
                return true;
            }
            settled = settle.execute().asBoolean();
        }
        return settled;
    }

    private Boolean callExport(JSRealm realm) {
        Object function = JSObject.get(entry.getModuleNamespace(false), Strings.fromJavaString(called.export()));
        if (!JSRuntime.isCallable(function)) {
            throw Errors.createTypeError("The export \"" + called.export() + "\" is no function");
        }
        Object result = JSRuntime.call(function, Undefined.instance, called.guestArguments(realm));
        JSFunctionObject promises = realm.getPromiseConstructor();
        evaluation = (JSPromiseObject)
                JSRuntime.call(JSObject.get(promises, JSPromise.RESOLVE), promises, new Object[] {result});
        // settle() will look at it; and the run waits for a stage's own promise as if the script did
        evaluation.setIsHandled(true);
        Object nothing = GuestFunction.of(realm, "nothing", frame -> Undefined.instance);
        JSRuntime.call(JSObject.get(evaluation, Strings.THEN), evaluation, new Object[] {nothing, nothing});
        return JSPromise.isFulfilled(evaluation);
    }

    /** The engine's tracker keeps each rejection that nobody handled, with its error and all that hangs on it. */
    private void forgetRejections() {
        JSContext context = loader.realm().getContext();
        context.setPromiseRejectionTracker(
                loader.realm().getAgent(),
                new BuiltinPromiseRejectionTracker(context, UnhandledRejectionsTrackingMode.THROW));
    }

    private Boolean evaluateEntry() {
        JSRealm realm = loader.realm();
        entry = loader.instantiate();
        entry.link(realm);
        evaluation = entry.evaluate(realm);
        if (JSPromise.isFulfilled(evaluation)) {
            return true;
        }
        // settle() will look at it; the engine must not take a rejection for one that nobody handles
        evaluation.setIsHandled(true);
        if (JSPromise.isRejected(evaluation)) {
            realm.getAgent().enqueuePromiseJob(end);
        } else {
            Object enqueueEnd = GuestFunction.of(realm, "rejected", frame -> {
                realm.getAgent().enqueuePromiseJob(end);
                return Undefined.instance;
            });
            JSRuntime.call(
                    JSObject.get(evaluation, Strings.THEN), evaluation, new Object[] {Undefined.instance, enqueueEnd});
        }
        return false;
    }

    /** A job that throws makes the engine drop those after it. */
    private Boolean endWithError() {
        throwIfRejected();
        return false;
    }

    /** The promise has what was thrown, and the module how, with the place where. */
    private void throwIfRejected() {
        if (JSPromise.isRejected(evaluation) && entry.getEvaluationError() instanceof AbstractTruffleException thrown) {
            throw thrown;
        }
        JSPromise.throwIfRejected(evaluation, loader.realm());
    }

    private Boolean settleEvaluation() {
        if (evaluation == null) {
            return false;
        }
        throwIfRejected();
        return JSPromise.isFulfilled(evaluation);
    }
}
