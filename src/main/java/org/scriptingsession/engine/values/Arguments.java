// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JavaNumber;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.StoredValue;

/** The arguments of one call from a script, checked as they are taken. */
public final class Arguments {
    private final Value[] values;

    Arguments(Value[] values) {
        this.values = values;
    }

    /** Null, as a script has it, where none was given. */
    private Value at(int index) {
        return index < values.length ? values[index] : Value.asValue(null);
    }

    /** Whether an argument is missing, undefined or null. */
    public boolean isAbsent(int index) {
        return at(index).isNull();
    }

    /** A name: what is no string is null, which every user of names refuses. */
    public String name(int index) {
        Value value = at(index);
        return value.isString() ? value.asString() : null;
    }

    /** @param what the argument is called in the error for what is no string */
    public String string(int index, String what) {
        Value value = at(index);
        if (!value.isString()) {
            throw Mistake.INVALID_ARGUMENT.with(what, "a string");
        }
        return value.asString();
    }

    /** A whole number of at most 53 bits; {@code what} and {@code expected} are for the error of anything else. */
    public long integer(int index, String what, String expected) {
        Value value = at(index);
        if (!isNumber(value) || !value.fitsInLong() || !JavaNumber.isExactInScripts(value.asLong())) {
            throw Mistake.INVALID_ARGUMENT.with(what, expected);
        }
        return value.asLong();
    }

    /** Seconds, as an int; anything else is the RangeError of intervals. */
    public int seconds(int index) {
        Value value = at(index);
        if (!isNumber(value) || !value.fitsInInt()) {
            throw Mistake.INVALID_INTERVAL_GIVEN.with();
        }
        return value.asInt();
    }

    /** A value for an attribute: text, or what the product's modules have checked and copied; null for null. */
    public Object storable(int index) {
        Value value = at(index);
        if (value.isNull()) {
            return null;
        }
        return value.isString() ? value.asString() : value.as(StoredValue.class);
    }

    /** A function of the script's, from what the host gives to a value for an attribute. */
    public Function<Object, StoredValue> function(int index, String what) {
        Value value = at(index);
        if (!value.canExecute()) {
            throw Mistake.INVALID_ARGUMENT.with(what, "a function");
        }
        return given -> value.execute(given).as(StoredValue.class);
    }

    /** Whether ECMAScript calls it a number; to the polyglot API a bigint is one, too. */
    private static boolean isNumber(Value value) {
        return value.isNumber() && !value.getMetaObject().getMetaSimpleName().equals("bigint");
    }

    /** Bytes of an ArrayBuffer, from argument {@code index} on: the buffer, the offset, the length. */
    public byte[] bytes(int index) {
        Value buffer = at(index);
        if (!buffer.hasBufferElements()) {
            throw Mistake.INVALID_ARGUMENT.with("The bytes", "a typed array, an ArrayBuffer or an array of numbers");
        }
        long offset = integer(index + 1, "The bytes' offset", "a whole number");
        long length = integer(index + 2, "The bytes' length", "a whole number");
        // a subclass of a typed array can claim any length
        if (offset < 0 || length < 0 || length > buffer.getBufferSize() - offset) {
            throw Mistake.INVALID_ARGUMENT.with("The bytes", "within their ArrayBuffer");
        }
        byte[] bytes = new byte[(int) length];
        buffer.readBuffer(offset, bytes, 0, bytes.length);
        return bytes;
    }

    /** Writes into the ArrayBuffer of {@link #bytes}, from its offset on. */
    void putBytes(int index, byte[] bytes) {
        long offset = at(index + 1).asLong();
        for (int i = 0; i < bytes.length; i++) {
            at(index).writeBufferByte(offset + i, bytes[i]);
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
