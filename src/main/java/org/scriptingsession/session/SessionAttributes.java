// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.value.AttributeNames;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.value.StoredValue;

/** The application's attributes of the held session, within the limits that the settings give. */
record SessionAttributes(
        HeldSession held,
        ScriptingConfig config,
        AttributeNames allowed,
        AttributeValues values,
        AttributeSeal seal,
        SessionRandom random) {

    List<String> names() {
        return held.read(session -> Collections.list(session.getAttributeNames()).stream()
                        .filter(allowed::isApplication)
                        .toList())
                .orElse(List.of());
    }

    /** As the session holds it, opened when it is sealed; empty when absent or without a session. */
    Optional<Object> get(String name) {
        allowed.check(name);
        return held.read(session -> opened(session, name, visible(session, name)));
    }

    /** As a type. */
    <T> Optional<T> get(String name, Class<T> type) {
        return get(name).map(value -> values.read(name, value, type));
    }

    /** Whether there is one, sealed or not. */
    boolean has(String name) {
        allowed.check(name);
        return held.read(session -> visible(session, name)).isPresent();
    }

    /** Stores a value, and gives it as the session now holds it; null removes and gives null. */
    Object put(String name, Object value) {
        allowed.checkWritable(name);
        Optional<StoredValue> stored = values.store(name, value);
        if (stored.isEmpty()) {
            delete(name);
            return null;
        }
        StoredValue next = stored.get();
        return held.demand(session -> {
            boolean sealed = seal.covers(name);
            Object form = sealed ? seal.seal(name, random.of(session), next.value()) : next.value();
            checkSum(session, name, sealed ? AttributeValue.bytes(form) : next.bytes());
            session.setAttribute(name, form);
            return next.value();
        });
    }

    /** Removes and gives what was there; empty when absent or without a session. */
    Optional<Object> remove(String name) {
        allowed.checkWritable(name);
        return held.read(session -> opened(session, name, take(session, name)));
    }

    /** Removes without a look at the value, which may be sealed by a key that is gone; returns whether it was there. */
    boolean delete(String name) {
        allowed.checkWritable(name);
        return held.read(session -> take(session, name)).isPresent();
    }

    private static Object take(HttpSession session, String name) {
        Object removed = session.getAttribute(name);
        session.removeAttribute(name);
        return removed;
    }

    private Object opened(HttpSession session, String name, Object value) {
        return value != null && seal.covers(name) ? seal.open(name, random.ofExisting(session), value) : value;
    }

    /** Two concurrent writes may each find room and together pass the limit by one value; nothing is lost by that. */
    private void checkSum(HttpSession session, String name, long bytes) {
        long sum = AttributeValue.nameBytes(name) + bytes;
        for (var others = session.getAttributeNames(); others.hasMoreElements(); ) {
            String other = others.nextElement();
            if (!other.equals(name) && allowed.isApplication(other)) {
                sum += AttributeValue.nameBytes(other) + AttributeValue.bytes(session.getAttribute(other));
            }
        }
        if (sum > config.sessionMaxBytes()) {
            throw Mistake.SESSION_TOO_LARGE.with(name, config.sessionMaxBytes());
        }
    }

    private Object visible(HttpSession session, String name) {
        return allowed.isApplication(name) ? session.getAttribute(name) : null;
    }
}
