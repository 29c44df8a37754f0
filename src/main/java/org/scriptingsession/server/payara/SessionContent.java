// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.http.HttpSession;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.Map;

/** Whether a session has to be stored again. */
final class SessionContent {
    /** What lists and maps of scripts are stored as; nobody can change such an object, nor what it contains. */
    private static final Class<?> LIST =
            Collections.unmodifiableList(new ArrayList<>()).getClass();

    private static final Class<?> MAP = Collections.unmodifiableMap(Map.of()).getClass();

    private SessionContent() {}

    /**
     * Whether an attribute was set or removed, or could have changed by itself: an object of another component may have, and
     * nobody is told of it.
     */
    static boolean mayHaveChanged(Object session, PayaraSessions sessions) {
        if (sessions.isDirty.on(session)) {
            return true;
        }
        HttpSession http = sessions.http.on(session);
        for (Enumeration<String> names = http.getAttributeNames(); names.hasMoreElements(); ) {
            Object value = http.getAttribute(names.nextElement());
            if (value != null && !isImmutable(value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value is known to stay as it is: what scripts store, and Java's own values. Nobody of us changes a Date. */
    static boolean isImmutable(Object stored) {
        Class<?> type = stored.getClass();
        return type == String.class
                || type == Boolean.class
                || stored instanceof Number && type.getName().startsWith("java.lang.")
                || type == Date.class
                || type == LIST
                || type == MAP
                || stored instanceof Enum
                || stored instanceof Temporal && type.getName().startsWith("java.time.");
    }
}
