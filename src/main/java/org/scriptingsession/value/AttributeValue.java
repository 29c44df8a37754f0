// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.graalvm.polyglot.Value;
import org.scriptingsession.error.ScriptingMessages;

/**
 * What a session attribute may hold when scripts set it: immutable JDK types only, so that every component of the
 * application reads them and nothing of a closed context or of this product stays in the session.
 */
public final class AttributeValue {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX");
    private static final long NUMBER_BYTES = 8;

    private AttributeValue() {}

    /**
     * Copies a guest value.
     *
     * @return a String, Boolean, Integer, Long or Double; null for null and undefined
     * @throws org.scriptingsession.error.ScriptingException INVALID_VALUE for anything else, NaN and infinity included
     */
    public static Object fromGuest(String name, Value value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (isNumber(value)) {
            return number(name, value.asDouble());
        }
        throw ScriptingMessages.unstorable(name, typeOf(value));
    }

    /** Whether ECMAScript calls it a number; to the polyglot API a bigint is one, too. */
    public static boolean isNumber(Value value) {
        return value.isNumber() && !"bigint".equals(typeOf(value));
    }

    /**
     * Checks a Java value and brings it to the form a script's value would have.
     *
     * @throws org.scriptingsession.error.ScriptingException INVALID_VALUE when a script could not have stored it
     */
    public static Object fromHost(String name, Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof Long || value instanceof Double || value instanceof Float) {
            return value instanceof Long ? value : number(name, ((Number) value).doubleValue());
        }
        throw ScriptingMessages.unstorable(name, value.getClass().getName());
    }

    /** The text {@code getAttribute} gives for a stored value; null for null. */
    public static String text(Object stored) {
        if (stored == null || stored instanceof String) {
            return (String) stored;
        }
        if (stored instanceof Double || stored instanceof Float) {
            return NumberText.of(((Number) stored).doubleValue());
        }
        if (stored instanceof Date date) {
            return ISO.format(Instant.ofEpochMilli(date.getTime()).atOffset(ZoneOffset.UTC));
        }
        return stored.toString();
    }

    /** About how many bytes a value needs; text counts as UTF-8. A value of another component's type counts 0. */
    public static long bytes(Object stored) {
        if (stored instanceof String text) {
            return utf8Length(text);
        }
        return stored instanceof Number || stored instanceof Boolean || stored instanceof Date ? NUMBER_BYTES : 0;
    }

    /** Integral numbers that fit are kept as Integer or Long, so that Java components read what they would write. */
    private static Number number(String name, double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw ScriptingMessages.unstorable(name, Double.toString(number));
        }
        boolean negativeZero = number == 0 && 1 / number < 0;
        if (number != Math.rint(number) || Math.abs(number) > (1L << 53) - 1 || negativeZero) {
            return number;
        }
        if (number == (int) number) {
            return (int) number;
        }
        return (long) number;
    }

    private static long utf8Length(String text) {
        long length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // a surrogate counts 2, so that a pair makes the 4 bytes of its code point
                length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return length;
    }

    private static String typeOf(Value value) {
        if (value.canExecute()) {
            return "function";
        }
        Value meta = value.getMetaObject();
        return meta == null ? "object" : meta.getMetaSimpleName();
    }
}
