// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.scriptingsession.config.ValueLimits;

/** Brings a value of a Java component to the form that a script's value would have in the session. */
record JavaCopy(ValueWalk walk, Supplier<Jsonb> binding, boolean forScript) {
    /**
     * Copies a value that is not null.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE with the place of what cannot be stored or fails, or
     *     LIMIT_EXCEEDED
     */
    static StoredValue of(String name, Object value, ValueLimits limits, Supplier<Jsonb> binding) {
        ValueWalk walk = new ValueWalk(name, limits);
        return walk.stored(AttributeValue.read(name, () -> new JavaCopy(walk, binding, false).copy(value)));
    }

    /**
     * Copies a value that is not null for a script, not for a session: bytes stay bytes, and what is in any collection or array
     * is what it is in a List.
     *
     * @throws org.scriptingsession.api.ScriptingException as {@link #of}
     */
    static Object forScript(String place, Object value, ValueLimits limits, Supplier<Jsonb> binding) {
        ValueWalk walk = new ValueWalk(place, limits);
        return AttributeValue.read(place, () -> new JavaCopy(walk, binding, true).copy(value));
    }

    private Object copy(Object given) {
        walk.count();
        if (forScript && given instanceof byte[] bytes) {
            walk.addBytes(bytes.length);
            return bytes.clone();
        }
        Object value = given instanceof JsonValue json ? plain(json) : given;
        ValueKind kind = ValueKind.of(value);
        if (kind == ValueKind.TEXT) {
            return text((String) value);
        }
        walk.addUnit();
        return switch (kind) {
            case NULL, BOOLEAN -> value;
            case NUMBER -> number((Number) value);
            case DATE -> new Date(((Date) value).getTime());
            case LIST -> list((List<?>) value);
            case MAP -> map((Map<?, ?>) value);
            default -> other(value);
        };
    }

    private Object other(Object value) {
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        if (forScript && value instanceof Collection<?> collection) {
            return list(collection);
        }
        if (forScript && value instanceof Object[] array) {
            return list(Arrays.asList(array));
        }
        return forScript && value instanceof Locale locale ? locale.toLanguageTag() : bound(value);
    }

    private Object bound(Object value) {
        try (JsonReader reader =
                JsonText.JSON.createReader(new StringReader(binding.get().toJson(value)))) {
            return copy(reader.readValue());
        } catch (JsonbException e) {
            throw walk.unstorable(value.getClass().getName(), e);
        }
    }

    /** What JSON Binding wrote; its objects and arrays are Maps and Lists already. */
    private static Object plain(JsonValue json) {
        return switch (json.getValueType()) {
            case STRING -> ((JsonString) json).getString();
            case NUMBER ->
                ((JsonNumber) json).isIntegral()
                        ? (Object) ((JsonNumber) json).bigIntegerValue()
                        : (Object) ((JsonNumber) json).doubleValue();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
            default -> json;
        };
    }

    private String text(String text) {
        walk.checkLength(text.length());
        walk.addText(text);
        return text;
    }

    private Number number(Number value) {
        Number number = JavaNumber.of(value);
        if (number == null) {
            throw walk.unstorable(value.getClass().getSimpleName() + " with more digits than a number keeps");
        }
        if (number instanceof Double && (Double.isNaN((Double) number) || Double.isInfinite((Double) number))) {
            throw walk.unstorable(number.toString());
        }
        return number instanceof Long ? AttributeValue.integer((Long) number) : number;
    }

    private List<Object> list(Collection<?> list) {
        walk.enter(list);
        Object[] elements = list.toArray(new Object[0]);
        walk.checkCount(elements.length);
        List<Object> copy = new ArrayList<>(elements.length);
        for (int i = 0; i < elements.length; i++) {
            walk.at(i);
            copy.add(copy(elements[i]));
        }
        walk.leave();
        return Collections.unmodifiableList(copy);
    }

    private Map<String, Object> map(Map<?, ?> map) {
        walk.enter(map);
        walk.checkCount(map.size());
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw walk.unstorable("Map whose keys are no strings");
            }
            walk.at(name);
            walk.addText(name);
            copy.put(name, copy(value));
        });
        walk.leave();
        return Collections.unmodifiableMap(copy);
    }
}
