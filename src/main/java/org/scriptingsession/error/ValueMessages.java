// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** The catalogue's range 06xx: values that a function cannot take, store or give. */
public final class ValueMessages {
    private ValueMessages() {}

    public static ScriptingException invalidArgument(String what, String expected) {
        return ScriptingMessages.of(601, ErrorCode.INVALID_VALUE, "%s must be %s. Give one.".formatted(what, expected));
    }

    /** @param place of the value within the attribute, such as {@code cart.items[2]} */
    public static ScriptingException unstorable(String place, String type, Throwable cause) {
        return new ScriptingException(
                ScriptingMessages.id(602),
                ErrorCode.INVALID_VALUE,
                ("%s: a value of type %s cannot be stored. Store strings, finite numbers, booleans, valid dates, null, and"
                                + " arrays and plain objects of these.")
                        .formatted(place, ScriptingMessages.shortened(type)),
                cause);
    }

    /** @param place of the value within the attribute, such as {@code cart.items[2]} */
    public static ScriptingException unknownToScripts(String place, String type) {
        return ScriptingMessages.of(
                603,
                ErrorCode.INVALID_VALUE,
                "%s: another component stored a value of type %s, which scripts have no like of. Read its text with"
                                .formatted(place, ScriptingMessages.shortened(type))
                        + " getAttribute.");
    }

    public static ScriptingException notOfType(String name, String type, Throwable cause) {
        return new ScriptingException(
                ScriptingMessages.id(604),
                ErrorCode.INVALID_VALUE,
                "The value of %s cannot be read as %s. Ask for a type that fits what was stored."
                        .formatted(ScriptingMessages.shortened(name), type),
                cause);
    }

    public static ScriptingException noResult(String name, String reason) {
        return ScriptingMessages.of(
                605,
                ErrorCode.INVALID_VALUE,
                ("The function given to update(\"%s\") %s. Return the new value itself; null removes the attribute.")
                        .formatted(ScriptingMessages.shortened(name), reason));
    }

    public static ScriptingException valueTooDeep(String place, int deepest) {
        return ScriptingMessages.of(
                606,
                ErrorCode.LIMIT_EXCEEDED,
                "%s: the value is nested deeper than %d levels. Store a flatter one.".formatted(place, deepest));
    }

    public static ScriptingException tooManyValues(String name, long limit) {
        return ScriptingMessages.of(
                607,
                ErrorCode.LIMIT_EXCEEDED,
                ("The value of %s consists of more than %d values. Store less, or raise"
                                + " scripting.session.attribute.max-values.")
                        .formatted(name, limit));
    }
}
