// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values as JSON text: an attribute's, and lists and maps on their way to a script, which parses them. */
public final class JsonText {
    /** Looked up once: the static methods of {@code Json} search the class path at every call. */
    public static final JsonProvider JSON = JsonProvider.provider();

    private final JsonGenerator generator;
    private final boolean forBinding;
    private int depth;

    private JsonText(JsonGenerator generator, boolean forBinding) {
        this.generator = generator;
        this.forBinding = forBinding;
    }

    /** As {@code JSON.stringify} would write it; what JSON does not know is its text, and null is null. */
    public static String of(Object value) {
        return of(value, false);
    }

    /** Likewise as JSON Binding reads it, which has bytes as numbers. */
    static String forBinding(Object value) {
        return of(value, true);
    }

    private static String of(Object value, boolean forBinding) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            new JsonText(generator, forBinding).write(value);
        }
        return text.toString();
    }

    private void write(Object value) {
        ValueKind kind = ValueKind.of(value);
        boolean holds = kind == ValueKind.LIST || kind == ValueKind.MAP;
        switch (holds && depth == ValueWalk.DEEPEST ? ValueKind.OTHER : kind) {
            case NULL -> generator.writeNull();
            case BOOLEAN -> generator.write((Boolean) value);
            case NUMBER -> writeNumber((Number) value);
            case MAP -> {
                depth++;
                generator.writeStartObject();
                ((Map<?, ?>) value).forEach((key, member) -> {
                    generator.writeKey(String.valueOf(key));
                    write(member);
                });
                generator.writeEnd();
                depth--;
            }
            case LIST -> {
                depth++;
                generator.writeStartArray();
                ((List<?>) value).forEach(this::write);
                generator.writeEnd();
                depth--;
            }
            default -> {
                if (forBinding && value instanceof byte[] bytes) {
                    writeBytes(bytes);
                } else {
                    generator.write(textOf(value));
                }
            }
        }
    }

    private void writeBytes(byte... bytes) {
        generator.writeStartArray();
        for (byte each : bytes) {
            generator.write(each);
        }
        generator.writeEnd();
    }

    private void writeNumber(Number number) {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            generator.write(number.intValue());
        } else if (number instanceof Long) {
            generator.write(number.longValue());
        } else if (Double.isFinite(number.doubleValue())) {
            generator.write(new BigDecimal(AttributeValue.text(number)));
        } else {
            generator.writeNull();
        }
    }

    private static String textOf(Object value) {
        // a list or map this deep is one that another component made, perhaps one that holds itself
        return value instanceof Map || value instanceof List ? "..." : AttributeValue.text(value);
    }
}
