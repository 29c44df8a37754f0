// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import org.scriptingsession.config.ValueLimits;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;

/**
 * A value that a session may hold, checked and copied: immutable JDK types only. {@link ValueWalk} alone makes those of more
 * than text, so that whoever gets one need not look at it again.
 */
public final class StoredValue {
    private final Object value;
    private final long bytes;

    StoredValue(Object value, long bytes) {
        this.value = value;
        this.bytes = bytes;
    }

    /** Text, which is what most values are, without a walk. */
    static StoredValue of(String name, String text, ValueLimits limits) {
        long bytes = AttributeValue.utf8Length(text);
        if (bytes > limits.maxBytes()) {
            throw Mistake.ATTRIBUTE_TOO_LARGE.with(LogText.shortened(name), limits.maxBytes(), limits.setting());
        }
        return new StoredValue(text, bytes);
    }

    /** A String, Boolean, Integer, Long, Double, Date, or an unmodifiable List or Map of these and null. */
    public Object value() {
        return value;
    }

    /** What it counts for the limits: text as UTF-8, everything else 8 bytes. */
    public long bytes() {
        return bytes;
    }
}
