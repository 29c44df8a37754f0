// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.js.nodes.interop.ImportValueNode;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scriptingsession.api.ScriptingException;

/**
 * A function of a context that calls the host through the polyglot API, and only with enough stack for it: an overflow within
 * that API reaches the script as an object of the host.
 */
final class HostCall extends JavaScriptRootNode {
    private final Object host;

    @Child
    private InteropLibrary interop = InteropLibrary.getFactory().createDispatched(1);

    @Child
    private ImportValueNode result = ImportValueNode.create();

    private HostCall(Object host) {
        this.host = host;
    }

    /** Makes a function of an entered context. */
    static JSFunctionObject of(JSRealm realm, String name, ProxyExecutable host) {
        HostCall call = new HostCall(realm.getEnv().asGuestValue(host));
        JSFunctionData data = JSFunctionData.createCallOnly(
                realm.getContext(), call.getCallTarget(), 0, Strings.fromJavaString(name));
        return JSFunction.create(realm, data);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        StackReserve.check();
        Object[] arguments = JSArguments.extractUserArguments(frame.getArguments());
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = JSRuntime.exportValue(arguments[i]);
        }
        try {
            return result.executeWithTarget(interop.execute(host, arguments));
        } catch (InteropException e) {
            throw Errors.createTypeErrorInteropException(host, e, "execute", this);
        } catch (AbstractTruffleException e) {
            throw inGuest(e);
        }
    }

    /** An exception of the host as an error of the context; the guest's own as it is. */
    @TruffleBoundary
    private AbstractTruffleException inGuest(AbstractTruffleException e) {
        TruffleLanguage.Env env = JSRealm.get(this).getEnv();
        return env.isHostException(e) && env.asHostException(e) instanceof ScriptingException failure
                ? GuestFunction.inGuest(failure)
                : e;
    }
}
