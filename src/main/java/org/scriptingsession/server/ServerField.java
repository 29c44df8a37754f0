// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.lang.reflect.Field;

/**
 * A field of a server's class, found at start.
 *
 * @param <T> what it holds
 */
public final class ServerField<T> {
    private final Field field;

    ServerField(Field field) {
        this.field = field;
    }

    /** What the object's field holds, or null. */
    @SuppressWarnings("unchecked") // its type was looked at when it was looked up
    public T of(Object target) {
        try {
            return (T) field.get(target);
        } catch (IllegalAccessException e) {
            throw new MissingMembersException(field, e);
        }
    }

    /** Replaces what the object's field holds. */
    public void set(Object target, T value) {
        try {
            field.set(target, value);
        } catch (IllegalAccessException e) {
            throw new MissingMembersException(field, e);
        }
    }
}
