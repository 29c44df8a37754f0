// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.Map;

/** What {@code inspect.js} asks of objects that JavaScript cannot tell without running code of the script's. */
final class InspectFunctions {
    private InspectFunctions() {}

    /** The functions of an entered context, by name. */
    static Map<String, Object> of(JSRealm realm) {
        return Map.of(
                "kindOf", GuestFunction.of(realm, "kindOf", InspectFunctions::kindOf),
                "targetOf", GuestFunction.of(realm, "targetOf", InspectFunctions::targetOf));
    }

    /** (value): the built-in that made the object, such as Map or Proxy, whatever its prototype says. */
    private static Object kindOf(Object[] frame) {
        Object value = GuestFunction.argument(frame, 0);
        if (value instanceof JSProxyObject) {
            // a class of its own, whose name is otherwise that of the target's
            return JSProxy.CLASS_NAME;
        }
        return value instanceof JSDynamicObject object ? object.getClassName() : JSOrdinary.CLASS_NAME;
    }

    /** (proxy): its target; undefined for another object and for a revoked proxy. */
    private static Object targetOf(Object[] frame) {
        Object value = GuestFunction.argument(frame, 0);
        return value instanceof JSProxyObject proxy && !JSProxy.isRevoked(proxy)
                ? JSProxy.getTarget(proxy)
                : Undefined.instance;
    }
}
