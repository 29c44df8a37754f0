// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.nodes.cast.JSToStringNode;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.function.Function;

/**
 * A function of the host's that takes the text of one value, as {@code String(value)} has it; undefined is no text. Scripts call
 * the like of {@code println} thousands of times in a run, so that there is no function of the product's modules before it.
 */
final class PrintFunction extends InlinedFunction {
    @Child
    private JSToStringNode toText = JSToStringNode.createSymbolToString();

    private PrintFunction(JSContext context) {
        super(context);
    }

    /** Makes a function of an entered context; to the body it is as if it had been called with the text. */
    static JSFunctionObject of(JSRealm realm, String name, Function<Object[], Object> body) {
        JSContext context = realm.getContext();
        return SharedCode.function(
                realm,
                SharedCode.of(context).get(PrintFunction.class, name, () -> data(name, 1, new PrintFunction(context))),
                body);
    }

    @Override
    public Object callInlined(Object[] frame) {
        Object value = GuestFunction.argument(frame, 0);
        Object text = value == Undefined.instance ? Strings.EMPTY_STRING : toText.executeString(value);
        GuestFunction.call(
                this, JSArguments.createOneArg(Undefined.instance, JSArguments.getFunctionObject(frame), text));
        return Undefined.instance;
    }

    @Override
    InlinedFunction copyCode() {
        return new PrintFunction(getContext());
    }
}
