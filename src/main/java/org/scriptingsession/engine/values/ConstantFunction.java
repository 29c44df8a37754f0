// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;

/**
 * A function that returns one value: what {@code harden.js} makes getters of. A script calls one for nearly each call of a
 * method of a built-in object.
 */
public final class ConstantFunction extends InlinedFunction {
    private static final String NO_NAME = "";

    private ConstantFunction(JSContext context) {
        super(context);
    }

    /** The function of an entered context that makes such functions: (value). */
    public static JSFunctionObject maker(JSRealm realm) {
        SharedCode code = SharedCode.of(realm.getContext());
        return GuestFunction.of(
                realm,
                "constantOf",
                frame -> SharedCode.function(
                        realm,
                        code.get(
                                ConstantFunction.class,
                                NO_NAME,
                                () -> data(NO_NAME, 0, new ConstantFunction(realm.getContext()))),
                        GuestFunction.argument(frame, 0)));
    }

    @Override
    public Object callInlined(Object[] frame) {
        return SharedCode.captured(frame);
    }

    @Override
    InlinedFunction copyCode() {
        return new ConstantFunction(getContext());
    }
}
