// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSRealm;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.ScriptingMessages;

/**
 * The host's side of one context: the functions that the product's modules call. It holds the call that is being served and
 * nothing else that lasts.
 *
 * <p>No exception of the host reaches a script. What goes wrong becomes an ECMAScript error made in the context itself.
 */
public final class HostBridge {
    private static final System.Logger LOGGER = System.getLogger(HostBridge.class.getName());
    private static final HttpCall NO_CALL = HttpCall.none("/");

    private final ScriptingConfig config;
    private final CryptoFunctions crypto = new CryptoFunctions();
    private HttpCall call = NO_CALL;
    private Value thrower;

    public HostBridge(ScriptingConfig config) {
        this.config = config;
    }

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
        crypto.forget();
    }

    /**
     * Offers all functions to the entered context.
     *
     * @param guestFunction (group, name, function) that takes one, such as session, getId and the function of that name
     * @return null, as any function that a script can call
     */
    public Object offer(Value... guestFunction) {
        functions().forEach((name, function) -> {
            int dot = name.indexOf('.');
            ProxyExecutable executable = arguments -> execute(name, function, arguments);
            guestFunction[0].executeVoid(name.substring(0, dot), name.substring(dot + 1), executable);
        });
        JSRealm realm = JavaScriptLanguage.getCurrentJSRealm();
        guestFunction[0].executeVoid("crypto", "random", crypto.random(realm));
        ValueFunctions.of(realm, config)
                .forEach((name, function) -> guestFunction[0].executeVoid("value", name, function));
        return null;
    }

    private Object execute(String name, HostFunction function, Value... arguments) {
        try {
            return function.call(call, new Arguments(arguments));
        } catch (ScriptingException e) {
            throw inGuest(e);
        } catch (PolyglotException e) {
            // already the guest's: an argument's own error, or the context is being cancelled
            throw e;
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "sdk function failed: " + name, e);
            throw inGuest(ScriptingMessages.internal(e));
        }
    }

    private IllegalStateException inGuest(ScriptingException e) {
        thrower.executeVoid(e.code().constructorName(), e.code().name(), e.getMessage());
        return new IllegalStateException("the guest's function must throw", e);
    }

    private Map<String, HostFunction> functions() {
        Map<String, HostFunction> functions = new HashMap<>();
        SessionFunctions.addTo(functions);
        RequestFunctions.addTo(functions);
        ResponseFunctions.addTo(functions);
        ConsoleFunctions.addTo(functions);
        LocaleFunctions.addTo(functions);
        PlatformFunctions.addTo(functions);
        crypto.addTo(functions);
        RegistryFunctions.addTo(functions, config);
        return functions;
    }
}
