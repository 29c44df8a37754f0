// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import java.util.Date;
import java.util.List;
import java.util.Map;

/** The closed set of values that scripts and sessions share; everything else is another component's. */
public enum ValueKind {
    NULL,
    TEXT,
    BOOLEAN,
    NUMBER,
    DATE,
    LIST,
    MAP,
    OTHER;

    /** That of a Java value. */
    public static ValueKind of(Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof String) {
            return TEXT;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof Date) {
            return DATE;
        }
        if (value instanceof List) {
            return LIST;
        }
        return value instanceof Map ? MAP : OTHER;
    }
}
