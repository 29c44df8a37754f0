// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.array.TypedArrayFactory;
import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import com.oracle.truffle.js.runtime.objects.Undefined;
import org.scriptingsession.config.ValueLimits;
import org.scriptingsession.value.FoundValue;

/**
 * What a function of the host returns that a script gets as a value of its own, a frozen copy.
 *
 * @param place what the value is called, for an error
 * @param value a value as a session has it, a byte[], null, or {@link #UNDEFINED}
 */
public record ReturnedValue(String place, Object value, ValueLimits limits) {
    /** There is no value at all. */
    public static final Object UNDEFINED = new Object();

    /** The value as one of an entered context. */
    public Object guest(JSRealm realm) {
        if (value == UNDEFINED) {
            return Undefined.instance;
        }
        if (value instanceof byte[] bytes) {
            return JSRuntime.construct(
                    realm.getArrayBufferViewConstructor(TypedArrayFactory.Uint8Array),
                    new Object[] {JSArrayBuffer.createArrayBuffer(realm.getContext(), realm, bytes)});
        }
        return GuestCopy.of(new FoundValue(place, value), limits);
    }
}
