// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Links and evaluates the modules of a graph in one context (ECMA-262, 16.2.1.6).
 *
 * <p>{@link Context#eval} could do it, at three times the cost: it asks its loader for every import of every module and makes
 * promises and functions on the way. Here the records are joined from the graph, which knows what each import means.
 */
public final class ModuleEvaluator {
    private final ModuleLoader loader;
    private final Value evaluate;
    private final Value settle;
    private final JSFunctionObject end;
    private JSPromiseObject evaluation;

    /** @param context entered */
    public ModuleEvaluator(Context context, ModuleLoader loader) {
        this.loader = loader;
        this.evaluate = context.asValue(guestFunction("evaluate", this::evaluateEntry));
        this.settle = context.asValue(guestFunction("settle", this::settleEvaluation));
        this.end = guestFunction("end", this::endWithError);
    }

    /**
     * Evaluates the graph that the loader serves, and all jobs it leaves. An error ends it when its turn among the jobs has
     * come; the jobs that are left then are dropped.
     *
     * @return whether it has ended; not so when a top-level await never settles
     * @throws PolyglotException what the script threw, or how it was stopped
     */
    public boolean evaluate() {
        try {
            return evaluate.execute().asBoolean() || settle.execute().asBoolean();
        } catch (PolyglotException e) {
            if (e.isGuestException() && !e.isCancelled() && !e.isResourceExhausted()) {
                // the engine may have told of a promise that nobody handles instead of the error that ended the script
                settle.execute();
            }
            throw e;
        } finally {
            evaluation = null;
        }
    }

    @TruffleBoundary
    private Boolean evaluateEntry() {
        JSRealm realm = loader.realm();
        JSModuleRecord entry = loader.instantiate();
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
            Object enqueueEnd = guestFunction("rejected", () -> {
                realm.getAgent().enqueuePromiseJob(end);
                return Undefined.instance;
            });
            JSRuntime.call(
                    JSObject.get(evaluation, Strings.THEN), evaluation, new Object[] {Undefined.instance, enqueueEnd});
        }
        return false;
    }

    /** A job that throws makes the engine drop those after it. */
    @TruffleBoundary
    private Boolean endWithError() {
        JSPromise.throwIfRejected(evaluation, loader.realm());
        return false;
    }

    @TruffleBoundary
    private Boolean settleEvaluation() {
        if (evaluation == null) {
            return false;
        }
        JSPromise.throwIfRejected(evaluation, loader.realm());
        return JSPromise.isFulfilled(evaluation);
    }

    private JSFunctionObject guestFunction(String name, Supplier<Object> body) {
        JSRealm realm = loader.realm();
        JSFunctionData data = JSFunctionData.createCallOnly(
                realm.getContext(), new HostRoot(body).getCallTarget(), 0, Strings.fromJavaString(name));
        return JSFunction.create(realm, data);
    }

    /** A function of the context whose code is the host's: what it throws is the script's error for who called it. */
    private static final class HostRoot extends JavaScriptRootNode {
        private final Supplier<Object> body;

        private HostRoot(Supplier<Object> body) {
            this.body = body;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            return body.get();
        }
    }
}
