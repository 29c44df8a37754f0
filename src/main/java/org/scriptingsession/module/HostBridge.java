// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scriptingsession.error.ScriptingException;
import org.scriptingsession.error.ScriptingMessages;

/**
 * The one host object a context has: a function that the product's modules call with the name of a host function and its
 * arguments. It holds the call that is being served and nothing else that lasts.
 *
 * <p>No exception of the host reaches a script. What goes wrong becomes an ECMAScript error made in the context itself.
 */
public final class HostBridge implements ProxyExecutable {
    private static final System.Logger LOGGER = System.getLogger(HostBridge.class.getName());
    private static final Map<String, HostFunction> FUNCTIONS = functions();

    private static final HttpCall NO_CALL = HttpCall.none("/");

    private HttpCall call = NO_CALL;
    private Value thrower;

    /** @param guestFunction (constructor name, code, message) that throws the error in the context */
    public void throwWith(Value guestFunction) {
        thrower = guestFunction;
    }

    /** The call that functions are about from now on. */
    public void serve(HttpCall current) {
        call = current;
    }

    /** Ends the way to the call that was served. */
    public void serveNone() {
        call = NO_CALL;
    }

    @Override
    public Object execute(Value... arguments) {
        HostFunction function = FUNCTIONS.get(arguments[0].asString());
        try {
            return function.call(call, new Arguments(arguments));
        } catch (ScriptingException e) {
            throw inGuest(e);
        } catch (PolyglotException e) {
            // already the guest's: an argument's own error, or the context is being cancelled
            throw e;
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "sdk function failed: " + arguments[0], e);
            throw inGuest(ScriptingMessages.internal(e));
        }
    }

    private IllegalStateException inGuest(ScriptingException e) {
        thrower.executeVoid(e.code().constructorName(), e.code().name(), e.getMessage());
        return new IllegalStateException("the guest's function must throw", e);
    }

    private static Map<String, HostFunction> functions() {
        Map<String, HostFunction> functions = new HashMap<>();
        SessionFunctions.addTo(functions);
        RequestFunctions.addTo(functions);
        ResponseFunctions.addTo(functions);
        ConsoleFunctions.addTo(functions);
        return Map.copyOf(functions);
    }
}
