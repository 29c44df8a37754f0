// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ValueLimits;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;

/** Where a walk through a value is and how much it has met: it ends where a value is too deep, too large or endless. */
public final class ValueWalk {
    static final int DEEPEST = 64;

    /** What a number, boolean, date or null counts, and a container beside what it holds. */
    static final long UNIT_BYTES = 8;

    private final String name;
    private final ValueLimits limits;
    private final Object[] containers = new Object[DEEPEST];
    private final Object[] keys = new Object[DEEPEST];
    private int depth;
    private int values;
    private long bytes;

    /** @param name the attribute's or parameter's, which is where every place begins */
    public ValueWalk(String name, ValueLimits limits) {
        this.name = name;
        this.limits = limits;
    }

    /** Goes into an array, list, object or map. */
    public void enter(Object container) {
        if (depth == DEEPEST) {
            throw Mistake.VALUE_TOO_DEEP.with(place(), DEEPEST);
        }
        for (int i = 0; i < depth; i++) {
            if (containers[i] == container) {
                throw unstorable("cycle (it holds itself)");
            }
        }
        containers[depth] = container;
        keys[depth] = null;
        depth++;
    }

    /** The member that is looked at next: an Integer index or a String key. */
    public void at(Object key) {
        keys[depth - 1] = key;
    }

    /** Goes back to what holds the container. */
    public void leave() {
        depth--;
        containers[depth] = null;
    }

    /** One more value. */
    public void count() {
        checkCount(1);
        values++;
    }

    /** Text, a key included, takes room by its length alone. */
    public void addText(String text) {
        addBytes(AttributeValue.utf8Length(text));
    }

    /** Everything that is no text takes the same room. */
    public void addUnit() {
        addBytes(UNIT_BYTES);
    }

    /** Refuses, before it is copied, text that cannot fit: it has at least one byte for each character. */
    public void checkLength(int characters) {
        if (bytes + characters > limits.maxBytes()) {
            throw tooLarge();
        }
    }

    /** Refuses, before they are looked at, more members than are allowed. */
    public void checkCount(long members) {
        if (values + members > limits.maxValues()) {
            throw Mistake.TOO_MANY_VALUES.with(root(), limits.maxValues(), limits.setting());
        }
    }

    /** What the walk has copied, as the session holds it; to be asked for once, at the end of the walk. */
    public StoredValue stored(Object copy) {
        return new StoredValue(copy, bytes);
    }

    /** The error for a value here that no session may hold. */
    public ScriptingException unstorable(String type) {
        return unstorable(type, null);
    }

    /** Likewise, because of another error. */
    public ScriptingException unstorable(String type, Throwable cause) {
        return Mistake.UNSTORABLE.because(cause, place(), type);
    }

    /** The error for a value here, stored by another component, that scripts have no like of. */
    public ScriptingException unreadable(String type) {
        return Mistake.UNKNOWN_TO_SCRIPTS.with(place(), type);
    }

    /** The way to what is looked at, as a script would write it: {@code cart.items[2].fn}. */
    private String place() {
        StringBuilder place = new StringBuilder(root());
        for (int i = 0; i < depth; i++) {
            Object key = keys[i];
            if (key instanceof Integer) {
                place.append('[').append(key).append(']');
            } else if (key instanceof String text) {
                appendKey(place, text);
            }
        }
        return place.toString();
    }

    private static void appendKey(StringBuilder place, String key) {
        if (isIdentifier(key)) {
            place.append('.').append(LogText.shortened(key));
        } else {
            place.append('[').append(JsonText.of(LogText.shortened(key))).append(']');
        }
    }

    private static boolean isIdentifier(String key) {
        return !key.isEmpty()
                && Character.isJavaIdentifierStart(key.charAt(0))
                && key.chars().allMatch(Character::isJavaIdentifierPart);
    }

    private String root() {
        return name == null ? "value" : LogText.shortened(name);
    }

    /** Bytes take their number. */
    public void addBytes(long size) {
        bytes += size;
        if (bytes > limits.maxBytes()) {
            throw tooLarge();
        }
    }

    private ScriptingException tooLarge() {
        return Mistake.ATTRIBUTE_TOO_LARGE.with(root(), limits.maxBytes(), limits.setting());
    }
}
