// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidBufferOffsetException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.scriptingsession.config.ValueLimits;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.StoredValue;

/** The arguments of one call from a script, checked as they are taken. */
public final class Arguments {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private final Object[] frame;

    /** @param frame of a {@link GuestFunction} */
    Arguments(Object[] frame) {
        this.frame = frame;
    }

    private Object at(int index) {
        return GuestFunction.argument(frame, index);
    }

    /** Whether an argument is missing, undefined or null. */
    public boolean isAbsent(int index) {
        return JSRuntime.isNullish(at(index));
    }

    /** A name: what is no string is null, which every user of names refuses. */
    public String name(int index) {
        return at(index) instanceof TruffleString text ? Strings.toJavaString(text) : null;
    }

    /** @param what the argument is called in the error for what is no string */
    public String string(int index, String what) {
        String text = name(index);
        if (text == null) {
            throw Mistake.INVALID_ARGUMENT.with(what, "a string");
        }
        return text;
    }

    /** A whole number of at most 53 bits; {@code what} and {@code expected} are for the error of anything else. */
    public long integer(int index, String what, String expected) {
        if (!isInteger(at(index))) {
            throw Mistake.INVALID_ARGUMENT.with(what, expected);
        }
        return ((Number) at(index)).longValue();
    }

    /** Seconds, as an int; anything else is the RangeError of intervals. */
    public int seconds(int index) {
        if (!isInteger(at(index)) || ((Number) at(index)).longValue() != ((Number) at(index)).intValue()) {
            throw Mistake.INVALID_INTERVAL_GIVEN.with();
        }
        return ((Number) at(index)).intValue();
    }

    /** A bigint is no Number of Java's. */
    private static boolean isInteger(Object value) {
        return value instanceof Number number
                && JSRuntime.isSafeInteger(number.doubleValue())
                && number.doubleValue() == Math.rint(number.doubleValue())
                && !JSRuntime.isNegativeZero(number.doubleValue());
    }

    /** A value for an attribute: text, or what the product's modules have checked and copied; null for null. */
    public Object storable(int index) {
        Object value = at(index);
        return value instanceof TruffleString text ? Strings.toJavaString(text) : stored(value);
    }

    /**
     * A copy of a value of any type that scripts and Java components share; null for what is missing, undefined or null.
     *
     * @param place what the argument is called in an error
     */
    public Object copy(int index, String place, ValueLimits limits) {
        return HostCopy.ofArgument(place, at(index), limits);
    }

    /** A function of the script's, from what the host gives to a value for an attribute. */
    public Function<Object, StoredValue> function(int index, String what) {
        Object function = at(index);
        if (!JSRuntime.isCallable(function)) {
            throw Mistake.INVALID_ARGUMENT.with(what, "a function");
        }
        return given -> stored(JSRuntime.call(function, Undefined.instance, new Object[] {
            given == null ? Null.instance : JSRealm.get(null).getEnv().asGuestValue(given)
        }));
    }

    private static StoredValue stored(Object packed) {
        return JSRuntime.isNullish(packed)
                ? null
                : (StoredValue) JSRealm.get(null).getEnv().asHostObject(packed);
    }

    /** Bytes of an ArrayBuffer, from argument {@code index} on: the buffer, the offset, the length. */
    public byte[] bytes(int index) {
        Object buffer = at(index);
        if (!INTEROP.hasBufferElements(buffer)) {
            throw Mistake.INVALID_ARGUMENT.with("The bytes", "a typed array, an ArrayBuffer or an array of numbers");
        }
        long offset = integer(index + 1, "The bytes' offset", "a whole number");
        long length = integer(index + 2, "The bytes' length", "a whole number");
        try {
            // a subclass of a typed array can claim any length
            if (offset < 0 || length < 0 || length > INTEROP.getBufferSize(buffer) - offset) {
                throw Mistake.INVALID_ARGUMENT.with("The bytes", "within their ArrayBuffer");
            }
            return bytes(buffer, offset, (int) length);
        } catch (UnsupportedMessageException e) {
            throw new IllegalStateException("the buffer has a size", e);
        }
    }

    /** A copy of bytes that an ArrayBuffer has. */
    static byte[] bytes(Object buffer, long offset, int length) {
        byte[] bytes = new byte[length];
        try {
            INTEROP.readBuffer(buffer, offset, bytes, 0, length);
            return bytes;
        } catch (UnsupportedMessageException | InvalidBufferOffsetException e) {
            throw new IllegalStateException("the buffer has these bytes", e);
        }
    }

    /** Writes into the ArrayBuffer of {@link #bytes}, from its offset on. */
    void putBytes(int index, byte[] bytes) {
        long offset = integer(index + 1, "The bytes' offset", "a whole number");
        try {
            for (int i = 0; i < bytes.length; i++) {
                INTEROP.writeBufferByte(at(index), offset + i, bytes[i]);
            }
        } catch (UnsupportedMessageException | InvalidBufferOffsetException e) {
            throw new IllegalStateException("the buffer has room for these bytes", e);
        }
    }

    /** A map of strings, which the product's modules send as JSON text, or null for what is no object. */
    public Map<String, String> strings(int index, String what) {
        if (isAbsent(index)) {
            throw Mistake.INVALID_ARGUMENT.with(what, "an object");
        }
        Map<String, String> strings = new LinkedHashMap<>();
        try (JsonReader reader = JsonText.JSON.createReader(new StringReader(string(index, what)))) {
            JsonObject object = reader.readObject();
            object.forEach((key, value) ->
                    strings.put(key, value instanceof JsonString text ? text.getString() : value.toString()));
        }
        return strings;
    }
}
