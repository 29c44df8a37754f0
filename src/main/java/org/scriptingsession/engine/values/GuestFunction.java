// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.function.Function;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.BeanFailure;

/**
 * A function of a context whose code is the host's and works on the engine's own values, without the polyglot API between. What
 * it throws is an error of the context.
 */
public final class GuestFunction extends JavaScriptRootNode {
    /**
     * Makes a function of an entered context.
     *
     * @param body what the function does with values of the engine; {@link #argument} gives those of the call
     */
    public static JSFunctionObject of(JSRealm realm, String name, Function<Object[], Object> body) {
        JSContext context = realm.getContext();
        return SharedCode.function(
                realm, SharedCode.of(context).get(GuestFunction.class, name, () -> data(context, name)), body);
    }

    private static JSFunctionData data(JSContext context, String name) {
        return JSFunctionData.createCallOnly(
                context, new GuestFunction().getCallTarget(), 0, Strings.fromJavaString(name));
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return call(null, frame.getArguments());
    }

    /**
     * Calls what the function of the call has for its body.
     *
     * @param place whose error it would be; null for that of whoever calls the code
     */
    @TruffleBoundary
    @SuppressWarnings("unchecked")
    static Object call(Node place, Object... frame) {
        try {
            StackReserve.check();
            return ((Function<Object[], Object>) SharedCode.captured(frame)).apply(frame);
        } catch (ScriptingException e) {
            throw inGuest(e, place);
        }
    }

    /** The argument at an index; undefined when it is missing. */
    public static Object argument(Object[] frame, int index) {
        return index < JSArguments.getUserArgumentCount(frame)
                ? JSArguments.getUserArgument(frame, index)
                : Undefined.instance;
    }

    /** The error of an entered context that says the same. */
    static JSException inGuest(ScriptingException e, Node place) {
        JSErrorType type = JSErrorType.valueOf(e.code().constructorName());
        JSException error = JSException.create(type, e.getMessage(), place);
        set(error, "code", e.code().name());
        if (e instanceof BeanFailure failure) {
            set(error, "name", failure.name());
        }
        return error;
    }

    private static void set(JSException error, String property, String value) {
        JSObject.set(
                (JSDynamicObject) error.getErrorObject(),
                Strings.fromJavaString(property),
                Strings.fromJavaString(value));
    }
}
