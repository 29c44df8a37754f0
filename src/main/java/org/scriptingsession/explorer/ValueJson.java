// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.Sha256;
import org.scriptingsession.value.ValueKind;

/** A value of a session as the page shows it: a tree of types and texts. */
final class ValueJson {
    private static final int MOST_VALUES = 5000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int DEEPEST = 100;
    private static final int LONGEST_PREVIEW = 120;

    private int left = MOST_VALUES;

    private ValueJson() {}

    /** The whole tree, but for what is past some thousand values. */
    static JsonValue tree(Object value) {
        return safely(() -> new ValueJson().node(value, 0), JsonText.JSON.createValue(0));
    }

    /** The beginning, in one line. */
    static String preview(Object value) {
        String text = safely(() -> String.valueOf(AttributeValue.text(value)), "(its own code fails)");
        return text.length() > LONGEST_PREVIEW ? beginning(text, LONGEST_PREVIEW) + "…" : text;
    }

    /** What scripts call the type, or the class of another component. */
    static String type(Object value) {
        return switch (ValueKind.of(value)) {
            case NULL -> "null";
            case TEXT -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case DATE -> "Date";
            case LIST -> "array";
            case MAP -> "object";
            case OTHER -> value.getClass().getName();
        };
    }

    /** Tells a value from another in its place. An object of another component may change and keep its mark. */
    static String mark(Object value) {
        int identity = System.identityHashCode(value);
        long digest = ValueKind.of(value) == ValueKind.OTHER ? identity : safely(() -> digest(value), (long) identity);
        return type(value) + '-' + Long.toHexString(digest) + '-' + AttributeValue.bytes(value);
    }

    /**
     * Of what a value holds, in order. Java's hash codes do not do: that of a map is a sum, and stays the same when two members
     * swap their values.
     */
    static long digest(Object value) {
        MessageDigest digest = Sha256.begin();
        feed(digest, value);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** Kinds and sizes go before what they are of: no two values are the same bytes. */
    private static void feed(MessageDigest digest, Object value) {
        ValueKind kind = ValueKind.of(value);
        digest.update((byte) kind.ordinal());
        if (kind == ValueKind.LIST) {
            List<?> items = (List<?>) value;
            feedSize(digest, items.size());
            items.forEach(item -> feed(digest, item));
        } else if (kind == ValueKind.MAP) {
            Map<?, ?> members = (Map<?, ?>) value;
            feedSize(digest, members.size());
            members.forEach((name, member) -> {
                feed(digest, String.valueOf(name));
                feed(digest, member);
            });
        } else {
            String text = String.valueOf(AttributeValue.text(value));
            feedSize(digest, text.length());
            // no charset: those replace half a surrogate pair
            ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
            bytes.asCharBuffer().put(text);
            digest.update(bytes);
        }
    }

    private static void feedSize(MessageDigest digest, int size) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, size));
    }

    /** Another component's value may run code of its own, which may fail in any way. */
    static <T> T safely(Supplier<T> reading, T otherwise) {
        try {
            return reading.get();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return otherwise;
        }
    }

    private JsonValue node(Object value, int depth) {
        JsonObjectBuilder node = JsonText.JSON.createObjectBuilder().add("type", type(value));
        left--;
        switch (ValueKind.of(value)) {
            case LIST -> addItems(node, (List<?>) value, depth);
            case MAP -> addMembers(node, (Map<?, ?>) value, depth);
            default -> addText(node, safely(() -> String.valueOf(AttributeValue.text(value)), "(its own code fails)"));
        }
        return node.build();
    }

    private static void addText(JsonObjectBuilder node, String text) {
        node.add("text", beginning(text, LONGEST_TEXT)).add("length", text.length());
    }

    /** Never half a surrogate pair. */
    private static String beginning(String text, int most) {
        int end = Math.min(text.length(), most);
        boolean half = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end);
    }

    private void addItems(JsonObjectBuilder node, List<?> list, int depth) {
        JsonArrayBuilder items = JsonText.JSON.createArrayBuilder();
        int shown = 0;
        for (Object item : list) {
            if (left <= 0 || depth >= DEEPEST) {
                break;
            }
            items.add(node(item, depth + 1));
            shown++;
        }
        node.add("size", list.size()).add("items", items).add("more", list.size() - shown);
    }

    private void addMembers(JsonObjectBuilder node, Map<?, ?> map, int depth) {
        JsonArrayBuilder members = JsonText.JSON.createArrayBuilder();
        int shown = 0;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (left <= 0 || depth >= DEEPEST) {
                break;
            }
            members.add(JsonText.JSON
                    .createArrayBuilder()
                    .add(String.valueOf(member.getKey()))
                    .add(node(member.getValue(), depth + 1)));
            shown++;
        }
        node.add("size", map.size()).add("members", members).add("more", map.size() - shown);
    }
}
