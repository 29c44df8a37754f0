// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The code of the host's functions, once for all contexts of an engine: the engine remembers in each place of a script which code
 * is called there, and that of a few contexts would fill its memory. What is one context's own is captured by its function.
 */
final class SharedCode {
    private final Map<Key, JSFunctionData> functions = new ConcurrentHashMap<>();

    private SharedCode() {}

    /** That of an engine; it is kept in what the engine's contexts have in common, and goes with it. */
    static SharedCode of(JSContext engine) {
        synchronized (engine) {
            if (engine.getEmbedderData() == null) {
                engine.setEmbedderData(new SharedCode());
            }
            return (SharedCode) engine.getEmbedderData();
        }
    }

    /** The code of a kind and name, made when it is asked for first. */
    JSFunctionData get(Class<?> kind, String name, Supplier<JSFunctionData> code) {
        return functions.computeIfAbsent(new Key(kind, name), key -> code.get());
    }

    /** A function of an entered context; to its scripts what it captures is not there. */
    static JSFunctionObject function(JSRealm realm, JSFunctionData code, Object captured) {
        return JSFunction.create(realm, code, Truffle.getRuntime().createMaterializedFrame(new Object[] {captured}));
    }

    /** What the function of a call has captured. */
    static Object captured(Object[] frame) {
        return JSFunction.getEnclosingFrame((JSFunctionObject) JSArguments.getFunctionObject(frame))
                .getArguments()[0];
    }

    /** A bean may have a function of any name. */
    private record Key(Class<?> kind, String name) {}
}
