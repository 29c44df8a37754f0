// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
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
    private final Function<Object[], Object> body;

    private GuestFunction(Function<Object[], Object> body) {
        this.body = body;
    }

    /**
     * Makes a function of an entered context.
     *
     * @param body what the function does with values of the engine; {@link #argument} gives those of the call
     */
    public static JSFunctionObject of(JSRealm realm, String name, Function<Object[], Object> body) {
        JSFunctionData data = JSFunctionData.createCallOnly(
                realm.getContext(), new GuestFunction(body).getCallTarget(), 0, Strings.fromJavaString(name));
        return JSFunction.create(realm, data);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return call(frame.getArguments());
    }

    @TruffleBoundary
    private Object call(Object... frame) {
        StackReserve.check();
        try {
            return body.apply(frame);
        } catch (ScriptingException e) {
            throw inGuest(e);
        }
    }

    /** The argument at an index; undefined when it is missing. */
    public static Object argument(Object[] frame, int index) {
        return index < JSArguments.getUserArgumentCount(frame)
                ? JSArguments.getUserArgument(frame, index)
                : Undefined.instance;
    }

    static JSException inGuest(ScriptingException e) {
        JSException error =
                switch (e.code().constructorName()) {
                    case "TypeError" -> Errors.createTypeError(e.getMessage());
                    case "RangeError" -> Errors.createRangeError(e.getMessage());
                    default -> Errors.createError(e.getMessage());
                };
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
