// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.Undefined;
import org.scriptingsession.config.ValueLimits;

/**
 * What a function of the host returns that a script gets as a value of its own, a frozen copy.
 *
 * @param place what the value is called, for an error
 * @param value a copy that nobody else has: a value as a session has it, or with byte[]; null; or {@link #UNDEFINED}
 */
public record ReturnedValue(String place, Object value, ValueLimits limits) {
    /** There is no value at all. */
    public static final Object UNDEFINED = new Object();

    /** The value as one of an entered context. */
    public Object guest(JSRealm realm) {
        return value == UNDEFINED ? Undefined.instance : GuestCopy.ofReturned(place, value, limits);
    }
}
