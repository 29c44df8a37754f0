// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.js.nodes.JavaScriptNode;
import com.oracle.truffle.js.nodes.function.FunctionRootNode;
import com.oracle.truffle.js.nodes.function.JSBuiltinNode;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import java.util.Set;

/**
 * The code of a function that the engine runs as a part of the script's own, as it does with some of its built-in ones: a call
 * has no frame, which in the interpreter costs more than what such a function does.
 */
abstract class InlinedFunction extends JSBuiltinNode implements JSBuiltinNode.Inlineable, JSBuiltinNode.Inlined {
    InlinedFunction(JSContext context) {
        super(context, null);
    }

    /** The code for calls that are not inlined, and for whoever asks for the function's name and length. */
    static JSFunctionData data(String name, int length, InlinedFunction code) {
        JSContext context = code.getContext();
        JSFunctionData data =
                JSFunctionData.create(context, length, Strings.fromJavaString(name), false, false, false, true);
        FunctionRootNode root = FunctionRootNode.create(
                code, null, data, JSFunction.BUILTIN_SOURCE_SECTION, null, Strings.fromJavaString(name));
        data.setRootNode(root);
        data.setCallTarget(root.getCallTarget());
        data.setConstructTarget(context.getNotConstructibleCallTarget());
        data.setConstructNewTarget(context.getNotConstructibleCallTarget());
        return data;
    }

    /** The same code for another place. */
    abstract InlinedFunction copyCode();

    @Override
    public final Inlined createInlined() {
        return copyCode();
    }

    @Override
    protected final JavaScriptNode copyUninitialized(Set<Class<? extends Tag>> tags) {
        return copyCode();
    }

    @Override
    public final Object execute(VirtualFrame frame) {
        return callInlined(frame.getArguments());
    }

    @Override
    public final JavaScriptNode[] getArguments() {
        return new JavaScriptNode[0];
    }
}
