// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSRealm;
import java.util.List;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ValueLimits;

/** A call of a function that a module exports, by a Java component: for one run. */
public final class ExportCall {
    private final String export;
    private final List<ReturnedValue> arguments;
    private final ValueLimits limits;
    private Object result;
    private ScriptingException refused;

    /**
     * A call that is not done yet.
     *
     * @param export the function's name; {@code default} for the default export
     * @param limits of the result
     */
    public ExportCall(String export, List<ReturnedValue> arguments, ValueLimits limits) {
        this.export = export;
        this.arguments = List.copyOf(arguments);
        this.limits = limits;
    }

    /** The function's name. */
    public String export() {
        return export;
    }

    /**
     * What the function returned, or its promise was resolved with, copied: null for null and undefined.
     *
     * @throws ScriptingException INVALID_VALUE or LIMIT_EXCEEDED for what no Java component is given
     */
    public Object result() {
        if (refused != null) {
            throw refused;
        }
        return result;
    }

    /** The arguments as values of an entered context. */
    public Object[] guestArguments(JSRealm realm) {
        return arguments.stream().map(argument -> argument.guest(realm)).toArray();
    }

    /** Takes what the function gave, in the entered context. */
    public void returned(Object guest) {
        try {
            result = HostCopy.ofArgument(export, guest, limits);
        } catch (ScriptingException e) {
            // the component's mistake, not an error of the script
            refused = e;
        }
    }
}
