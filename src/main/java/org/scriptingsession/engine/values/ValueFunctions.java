// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromise;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.Map;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.FoundValue;
import org.scriptingsession.value.StoredValue;

/** What the product's modules do to values before the host gets them and after it gave them. */
record ValueFunctions(JSRealm realm, ScriptingConfig config) {
    /** The functions of an entered context, by name. */
    static Map<String, JSFunctionObject> of(JSRealm realm, ScriptingConfig config) {
        ValueFunctions functions = new ValueFunctions(realm, config);
        return Map.of(
                "pack", GuestFunction.of(realm, "pack", functions::pack),
                "packResult", GuestFunction.of(realm, "packResult", functions::packResult),
                "unpack", GuestFunction.of(realm, "unpack", functions::unpack));
    }

    /** (name, value): the value as the host takes it; null for null and undefined. */
    private Object pack(Object[] frame) {
        StoredValue stored = HostCopy.of(name(frame), GuestFunction.argument(frame, 1), config.attribute());
        return stored == null ? Null.instance : realm.getEnv().asGuestValue(stored);
    }

    /** (name, value) likewise for what a function given to {@code update} returned, which must not be forgotten. */
    private Object packResult(Object[] frame) {
        Object value = GuestFunction.argument(frame, 1);
        if (value == Undefined.instance) {
            throw Mistake.NO_RESULT.with(name(frame), "returned undefined");
        }
        if (JSPromise.isJSPromise(value)) {
            throw Mistake.NO_RESULT.with(name(frame), "returned a promise, and nobody waits for it");
        }
        return pack(frame);
    }

    /** (value that the host gave): a frozen copy for the script; undefined for null. */
    private Object unpack(Object[] frame) {
        Object given = GuestFunction.argument(frame, 0);
        if (JSRuntime.isNullish(given)) {
            return Undefined.instance;
        }
        if (given instanceof TruffleObject
                && realm.getEnv().isHostObject(given)
                && realm.getEnv().asHostObject(given) instanceof FoundValue found) {
            return GuestCopy.of(found, config.attribute());
        }
        return given;
    }

    private static String name(Object[] frame) {
        Object name = GuestFunction.argument(frame, 0);
        return Strings.isTString(name) ? name.toString() : null;
    }
}
