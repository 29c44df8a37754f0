// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.JsonText;
import org.scriptingsession.value.ValueKind;

/** A value on its way to who edits it, and back: JSON, in which a date is {@code {"$date": "2026-11-30T05:20:00.000Z"}}. */
final class EditedValue {
    private static final String DATE = "$date";

    private EditedValue() {}

    /** Empty for what JSON does not say, and what would come back as something else. */
    static Optional<JsonValue> of(Object value) {
        return ValueJson.safely(() -> Optional.of(json(value)), Optional.empty());
    }

    private static JsonValue json(Object value) {
        return switch (ValueKind.of(value)) {
            case NULL -> JsonValue.NULL;
            case TEXT -> JsonText.JSON.createValue((String) value);
            case BOOLEAN -> Boolean.TRUE.equals(value) ? JsonValue.TRUE : JsonValue.FALSE;
            case NUMBER -> JsonText.JSON.createValue(new BigDecimal(AttributeValue.text(value)));
            case DATE ->
                JsonText.JSON
                        .createObjectBuilder()
                        .add(DATE, AttributeValue.text(value))
                        .build();
            case LIST -> {
                JsonArrayBuilder list = JsonText.JSON.createArrayBuilder();
                ((List<?>) value).forEach(item -> list.add(json(item)));
                yield list.build();
            }
            case MAP -> object((Map<?, ?>) value);
            case OTHER -> throw new IllegalArgumentException("of another component");
        };
    }

    private static JsonObject object(Map<?, ?> map) {
        if (map.containsKey(DATE)) {
            throw new IllegalArgumentException("would come back as a date");
        }
        JsonObjectBuilder object = JsonText.JSON.createObjectBuilder();
        map.forEach((key, member) -> object.add((String) key, json(member)));
        return object.build();
    }

    /**
     * The value that a session can hold.
     *
     * @throws org.scriptingsession.api.ScriptingException for a date that is none
     */
    static Object value(JsonValue json) {
        return switch (json.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) json).getString();
            case NUMBER -> AttributeValue.number(((JsonNumber) json).doubleValue());
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                ((JsonArray) json).forEach(item -> list.add(value(item)));
                yield list;
            }
            case OBJECT -> value((JsonObject) json);
        };
    }

    private static Object value(JsonObject object) {
        if (object.size() == 1 && object.get(DATE) instanceof JsonString text) {
            try {
                return Date.from(Instant.parse(text.getString()));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw Mistake.INVALID_ARGUMENT.because(e, "The date", "of ISO 8601, such as 2026-11-30T05:20:00.000Z");
            }
        }
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, member) -> map.put(name, value(member)));
        return map;
    }
}
