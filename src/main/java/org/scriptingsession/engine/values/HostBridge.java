// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.objects.Null;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;

/**
 * The host's functions in one context. The bridge holds the call that is being served and nothing else that lasts.
 *
 * <p>No exception of the host reaches a script. What goes wrong becomes an ECMAScript error made in the context itself.
 */
public final class HostBridge {
    private static final System.Logger LOGGER = System.getLogger(HostBridge.class.getName());

    /** Since JDK 20. Without it the engine fails inside wherever it needs a number of 16 bits. */
    private static final boolean HAS_FLOAT16 = Arrays.stream(Float.class.getMethods())
            .anyMatch(method -> method.getName().equals("floatToFloat16"));

    private final Map<String, HostFunction> functions;
    private final ScriptingConfig config;
    private final CryptoFunctions crypto = new CryptoFunctions();
    private final Object noCall;
    private Object call;
    private PendingStages stages;
    private TruffleLanguage.Env env;

    /**
     * A bridge over which no call is served.
     *
     * @param functions by "group.name"
     * @param noCall what functions are about while no call is served
     */
    public HostBridge(Map<String, HostFunction> functions, Object noCall, ScriptingConfig config) {
        this.functions = new HashMap<>(functions);
        LocaleFunctions.addTo(this.functions);
        this.functions.put("platform.hasFloat16", (call, args) -> HAS_FLOAT16);
        crypto.addTo(this.functions);
        this.noCall = noCall;
        this.call = noCall;
        this.config = config;
    }

    /**
     * Gives the entered context all functions.
     *
     * @param boot (function that takes the function by which each is offered)
     */
    public void connect(Value boot) {
        boot.executeVoid((ProxyExecutable) this::offer);
    }

    /** The call that functions are about from now on. */
    public void serve(Object current) {
        call = current;
    }

    /** Ends the way to the call that was served. */
    public void serveNone() {
        call = noCall;
        if (stages != null) {
            stages.close();
            stages = null;
        }
        crypto.forget();
    }

    /** Stages of the host that promises of the current run wait for; null when there has been none. */
    public PendingStages stages() {
        return stages;
    }

    /**
     * Does work of the host's in the thread of the run, between two steps of the script: at the next one. Nothing is done without
     * enough room on the stack, deep in a recursion; nor outside the context, where a run waits for the host.
     *
     * @param work throws nothing: it would be an error of the step that the script is just at
     */
    public void between(Thread thread, Runnable work) {
        env.submitThreadLocal(new Thread[] {thread}, new ThreadLocalAction(true, false) {
            @Override
            protected void perform(Access access) {
                if (StackReserve.isThere()) {
                    work.run();
                }
            }
        });
    }

    /** @param guestFunction takes a function, by its group and name, such as session and getId */
    private Object offer(Value... guestFunction) {
        JSRealm realm = JavaScriptLanguage.getCurrentJSRealm();
        env = realm.getEnv();
        functions.forEach((name, function) -> {
            int dot = name.indexOf('.');
            String ownName = name.substring(name.lastIndexOf('.') + 1);
            Function<Object[], Object> body = frame -> execute(realm, name, function, frame);
            Object offered = function instanceof TextFunction
                    ? PrintFunction.of(realm, ownName, body)
                    : GuestFunction.of(realm, ownName, body);
            guestFunction[0].executeVoid(name.substring(0, dot), name.substring(dot + 1), offered);
        });
        guestFunction[0].executeVoid("crypto", "random", crypto.random(realm));
        InspectFunctions.of(realm).forEach((name, function) -> guestFunction[0].executeVoid("inspect", name, function));
        ValueFunctions.of(realm, config)
                .forEach((name, function) -> guestFunction[0].executeVoid("value", name, function));
        return null;
    }

    private Object execute(JSRealm realm, String name, HostFunction function, Object... frame) {
        try {
            Object returned = function.call(call, new Arguments(frame));
            return returned instanceof ReturnedStage<?> stage ? promise(realm, stage) : guest(realm, returned);
        } catch (ScriptingException | AbstractTruffleException e) {
            // the latter is the guest's already: an argument's own error
            throw e;
        } catch (StackOverflowError e) {
            throw Mistake.TOO_DEEP.because(e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "sdk function failed: " + name, LogText.harmless(e));
            throw Mistake.FAULT.because(e);
        }
    }

    private Object promise(JSRealm realm, ReturnedStage<?> returned) {
        if (stages == null) {
            stages = new PendingStages();
        }
        return stages.promise(realm, returned);
    }

    /** What a function returns, as the engine has it. */
    static Object guest(JSRealm realm, Object value) {
        if (value == null) {
            return Null.instance;
        }
        if (value instanceof ReturnedValue returned) {
            return returned.guest(realm);
        }
        if (value instanceof String text) {
            return Strings.fromJavaString(text);
        }
        return value instanceof Long number
                ? (Object) number.doubleValue()
                : realm.getEnv().asGuestValue(value);
    }
}
