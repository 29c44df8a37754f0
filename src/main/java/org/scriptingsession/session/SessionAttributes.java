// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.ScriptingMessages;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.value.StoredValue;

/** The application's attributes of the held session, within the limits that the settings give. */
final class SessionAttributes {
    private final HeldSession held;
    private final ScriptingConfig config;
    private final AttributeNames names;
    private final AttributeValues values;

    SessionAttributes(HeldSession held, ScriptingConfig config, AttributeNames names, AttributeValues values) {
        this.held = held;
        this.config = config;
        this.names = names;
        this.values = values;
    }

    List<String> names() {
        return held.read(session -> Collections.list(session.getAttributeNames()).stream()
                        .filter(names::isApplication)
                        .toList())
                .orElse(List.of());
    }

    /** As the session holds it; empty when absent or without a session. */
    Optional<Object> get(String name) {
        names.check(name);
        return held.read(session -> visible(session, name));
    }

    /** As a type. */
    <T> Optional<T> get(String name, Class<T> type) {
        return get(name).map(value -> values.read(name, value, type));
    }

    /** Stores a value, and gives it as the session now holds it; null removes and gives null. */
    Object put(String name, Object value) {
        names.checkWritable(name);
        Optional<StoredValue> stored = values.store(name, value);
        if (stored.isEmpty()) {
            remove(name);
            return null;
        }
        StoredValue next = stored.get();
        // of a value that is no text the copy has counted while it was made
        if (next.bytes() > config.attributeMaxBytes()) {
            throw ScriptingMessages.attributeTooLarge(name, config.attributeMaxBytes());
        }
        return held.demand(session -> {
            checkSum(session, name, next.bytes());
            session.setAttribute(name, next.value());
            return next.value();
        });
    }

    /** Removes and gives what was there; empty when absent or without a session. */
    Optional<Object> remove(String name) {
        names.checkWritable(name);
        return held.read(session -> {
            Object removed = session.getAttribute(name);
            session.removeAttribute(name);
            return removed;
        });
    }

    /** For what is stored later: that the name can be written at all. */
    void checkWritable(String name) {
        names.checkWritable(name);
    }

    /** Two concurrent writes may each find room and together pass the limit by one value; nothing is lost by that. */
    private void checkSum(HttpSession session, String name, long bytes) {
        long sum = bytes;
        for (var others = session.getAttributeNames(); others.hasMoreElements(); ) {
            String other = others.nextElement();
            if (!other.equals(name)) {
                sum += AttributeValue.bytes(visible(session, other));
            }
        }
        if (sum > config.sessionMaxBytes()) {
            throw ScriptingMessages.sessionTooLarge(name, config.sessionMaxBytes());
        }
    }

    private Object visible(HttpSession session, String name) {
        return names.isApplication(name) ? session.getAttribute(name) : null;
    }
}
