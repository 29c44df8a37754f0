// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.http.HttpSession;
import java.util.Enumeration;
import org.scriptingsession.value.AttributeValue;

/** Whether a session has to be stored again. */
final class SessionContent {
    private SessionContent() {}

    /**
     * Whether an attribute was set or removed, or could have changed by itself: an object of another component may have, and
     * nobody is told of it.
     */
    static boolean mayHaveChanged(Object session, CatalinaMembers catalina) {
        if (catalina.isDirty(session)) {
            return true;
        }
        HttpSession http = catalina.http(session);
        for (Enumeration<String> names = http.getAttributeNames(); names.hasMoreElements(); ) {
            Object value = http.getAttribute(names.nextElement());
            if (value != null && !AttributeValue.isImmutable(value)) {
                return true;
            }
        }
        return false;
    }
}
