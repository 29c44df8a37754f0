// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.nodes.promise.BuiltinPromiseRejectionTracker;
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
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.scriptingsession.engine.values.GuestFunction;

/**
 * Links and evaluates the modules of a program in one context (ECMA-262, 16.2.1.6).
 *
 * <p>{@link Context#eval} could do it, at three times the cost: it asks its loader for every import of every module and makes
 * promises and functions on the way. Here the records are joined from the program, which knows what each import means.
 */
public final class ModuleEvaluator {
    private final ModuleLoader loader;
    private final Value evaluate;
    private final Value settle;
    private final JSFunctionObject end;
    private JSModuleRecord entry;
    private JSPromiseObject evaluation;

    /** @param context entered */
    public ModuleEvaluator(Context context, ModuleLoader loader) {
        this.loader = loader;
        JSRealm realm = loader.realm();
        this.evaluate = context.asValue(GuestFunction.of(realm, "evaluate", frame -> evaluateEntry()));
        this.settle = context.asValue(GuestFunction.of(realm, "settle", frame -> settleEvaluation()));
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
     * @return false when a top-level await never settles
     * @throws PolyglotException what the script threw, or how it was stopped
     */
    public boolean evaluate(Program program) {
        loader.serve(program);
        try {
            return evaluate.execute().asBoolean() || settle.execute().asBoolean();
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
        }
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
