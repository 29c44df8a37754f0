// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;

/** What a session attribute holds: its text and its size. */
public final class AttributeValue {
    /** What lists and maps are stored as; such a class is the JDK's own and unmodifiable. */
    private static final Class<?> LIST =
            Collections.unmodifiableList(new java.util.ArrayList<>()).getClass();

    private static final Class<?> MAP = Collections.unmodifiableMap(Map.of()).getClass();

    private static final DateTimeFormatter AFTER_YEAR = DateTimeFormatter.ofPattern("-MM-dd'T'HH:mm:ss.SSSX");
    private static final int LAST_PLAIN_YEAR = 9999;

    private AttributeValue() {}

    /**
     * The text {@code getAttribute} gives: numbers and booleans as ECMAScript prints them, dates as ISO 8601, lists and maps as
     * JSON, a value of another component's type by its {@code toString}; null for null.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE when another component's code fails
     */
    public static String text(String name, Object value) {
        return read(name, () -> text(value));
    }

    /** Likewise, of a value whose code is trusted not to throw. */
    public static String text(Object value) {
        return switch (ValueKind.of(value)) {
            case NULL -> null;
            case NUMBER ->
                JavaNumber.of((Number) value) instanceof Double number ? NumberText.of(number) : value.toString();
            case DATE -> date((Date) value);
            case LIST, MAP -> JsonText.of(value);
            default -> value.toString();
        };
    }

    /**
     * Reads a value of another component. Its code may throw whatever it likes, such as when the component changes it meanwhile.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE with the name when it does
     */
    public static <T> T read(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ScriptingException e) {
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError e) {
            throw Mistake.FOREIGN_VALUE_FAILED.because(
                    e, LogText.shortened(String.valueOf(name)), e.getClass().getName());
        }
    }

    /** ECMA-262, 21.4.1.32 Date Time String Format: ISO 8601 in UTC. */
    private static String date(Date value) {
        OffsetDateTime date = Instant.ofEpochMilli(value.getTime()).atOffset(ZoneOffset.UTC);
        int year = date.getYear();
        String text = year >= 0 && year <= LAST_PLAIN_YEAR
                ? "%04d".formatted(year)
                : "%s%06d".formatted(year < 0 ? "-" : "+", Math.abs(year));
        return text + AFTER_YEAR.format(date);
    }

    /** What a value counts for the session's limit. A value that another component made counts 0: it is not limited. */
    public static long bytes(Object stored) {
        try {
            return size(stored);
        } catch (RuntimeException | StackOverflowError anotherComponentsList) {
            return 0;
        }
    }

    private static long size(Object stored) {
        return switch (ValueKind.of(stored)) {
            case TEXT -> utf8Length((String) stored);
            case NUMBER, BOOLEAN, DATE -> ValueWalk.UNIT_BYTES;
            case LIST, MAP -> stored.getClass() == LIST || stored.getClass() == MAP ? members(stored) : 0;
            default -> 0;
        };
    }

    /** What a name counts for the session's limit, and the entry that it makes: the shortest attributes fill a session, too. */
    public static long nameBytes(String name) {
        return utf8Length(name) + ValueWalk.UNIT_BYTES;
    }

    private static long members(Object container) {
        long sum = ValueWalk.UNIT_BYTES;
        if (container instanceof List<?> list) {
            for (Object element : list) {
                sum += element == null ? ValueWalk.UNIT_BYTES : size(element);
            }
        } else {
            for (Map.Entry<?, ?> member : ((Map<?, ?>) container).entrySet()) {
                sum += utf8Length(String.valueOf(member.getKey()));
                sum += member.getValue() == null ? ValueWalk.UNIT_BYTES : size(member.getValue());
            }
        }
        return sum;
    }

    /** A finite number: integral ones that fit as Integer or Long, so that Java components read what they would write. */
    public static Number number(double number) {
        boolean negativeZero = number == 0 && 1 / number < 0;
        if (number != Math.rint(number) || Math.abs(number) > JavaNumber.LARGEST_SAFE_INTEGER || negativeZero) {
            return number;
        }
        return integer((long) number);
    }

    static Number integer(long number) {
        // no conditional expression: that would make a long of both
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    static long utf8Length(String text) {
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
}
