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
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scriptingsession.config.ValueLimits;

/** Brings a value of a Java component to the form that a script's value would have in the session. */
record JavaCopy(ValueWalk walk, Supplier<Jsonb> binding) {
    /**
     * Copies a value that is not null.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE with the place of what cannot be stored or fails, or
     *     LIMIT_EXCEEDED
     */
    static StoredValue of(String name, Object value, ValueLimits limits, Supplier<Jsonb> binding) {
        ValueWalk walk = new ValueWalk(name, limits);
        return walk.stored(AttributeValue.read(name, () -> new JavaCopy(walk, binding).copy(value)));
    }

    private Object copy(Object given) {
        walk.count();
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
            default -> value instanceof Instant instant ? Date.from(instant) : bound(value);
        };
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

    private List<Object> list(List<?> list) {
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
