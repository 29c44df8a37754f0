// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;

/** Makes of a value that scripts and sessions have one of a type that a Java component names, generics included. */
record TypedValue(Supplier<Jsonb> binding) {
    /**
     * Converts a value.
     *
     * @param place what the value is called, for an error: an attribute's or parameter's name
     * @throws ScriptingException INVALID_VALUE when it cannot be one of the type, with the place of what cannot
     */
    Object of(String place, Object value, Type asked) {
        Type type = asked instanceof WildcardType || asked instanceof TypeVariable ? JavaTypes.bound(asked) : asked;
        Class<?> raw = JavaTypes.raw(type);
        if (value == null) {
            return ofNull(place, raw);
        }
        if (raw == Optional.class) {
            return Optional.of(of(place, value, JavaTypes.argument(type, 0)));
        }
        if (raw.isArray() && !raw.isInstance(value) && value instanceof List<?> list) {
            return array(place, list, JavaTypes.component(type));
        }
        if (value instanceof List<?> list
                && raw.isAssignableFrom(Set.class)
                && raw != Object.class
                && !raw.isInstance(list)) {
            return elements(place, list, type, new LinkedHashSet<>());
        }
        if (value instanceof List<?> list && raw.isInstance(list) && raw != Object.class) {
            return elements(place, list, type, new ArrayList<>());
        }
        if (value instanceof Map<?, ?> map && raw == Map.class) {
            return members(place, map, JavaTypes.argument(type, 1));
        }
        return single(place, value, type, raw);
    }

    private static Object ofNull(String place, Class<?> raw) {
        if (raw.isPrimitive()) {
            throw Mistake.NOT_OF_TYPE.with(place, raw.getName());
        }
        if (raw == OptionalInt.class) {
            return OptionalInt.empty();
        }
        if (raw == OptionalLong.class) {
            return OptionalLong.empty();
        }
        if (raw == OptionalDouble.class) {
            return OptionalDouble.empty();
        }
        return raw == Optional.class ? Optional.empty() : null;
    }

    private Object array(String place, List<?> list, Type component) {
        Object array = Array.newInstance(JavaTypes.raw(component), list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, of(place + "[" + i + "]", list.get(i), component));
        }
        return array;
    }

    private Collection<Object> elements(String place, List<?> list, Type type, Collection<Object> typed) {
        Type element = JavaTypes.argument(type, 0);
        int index = 0;
        for (Object each : list) {
            typed.add(of(place + "[" + index++ + "]", each, element));
        }
        return typed;
    }

    private Map<Object, Object> members(String place, Map<?, ?> map, Type member) {
        Map<Object, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put(key, of(place + "." + key, value, member)));
        return typed;
    }

    private Object single(String place, Object value, Type type, Class<?> raw) {
        if (raw.isInstance(value)) {
            return value;
        }
        boolean fits =
                switch (ValueKind.of(value)) {
                    case NUMBER -> isNumber(raw);
                    case BOOLEAN -> raw == boolean.class;
                    case TEXT -> raw != boolean.class && raw != Boolean.class && !isNumber(raw);
                    default -> !raw.isPrimitive() && raw != Character.class && !Number.class.isAssignableFrom(raw);
                };
        boolean isLetter = raw == char.class || raw == Character.class;
        if (!fits || raw == String.class || isLetter && ((String) value).length() != 1) {
            throw Mistake.NOT_OF_TYPE.with(place, type.getTypeName());
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(place, number, raw);
        }
        if (value instanceof Date date && raw == Instant.class) {
            return date.toInstant();
        }
        if (value instanceof String tag && raw == Locale.class) {
            return Locale.forLanguageTag(tag);
        }
        if (value instanceof String url && raw == URL.class) {
            return url(place, url);
        }
        return bound(place, value, type);
    }

    /** JSON Binding gives null for what is none. */
    private static URL url(String place, String text) {
        try {
            return URI.create(text).toURL();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw Mistake.NOT_OF_TYPE.because(e, place, URL.class.getName());
        }
    }

    private static boolean isNumber(Class<?> raw) {
        return Number.class.isAssignableFrom(raw)
                || raw.isPrimitive() && raw != boolean.class && raw != char.class
                || raw == OptionalInt.class
                || raw == OptionalLong.class
                || raw == OptionalDouble.class;
    }

    /** A number with all its digits, or none: scripts have one type of numbers, and Java's narrower ones would cut them. */
    private static Object number(String place, Number number, Class<?> raw) {
        BigDecimal exact =
                number instanceof Double real ? new BigDecimal(NumberText.of(real)) : JavaNumber.decimalOf(number);
        try {
            return switch (raw.getSimpleName()) {
                case "byte", "Byte" -> exact.byteValueExact();
                case "short", "Short" -> exact.shortValueExact();
                case "int", "Integer" -> exact.intValueExact();
                case "OptionalInt" -> OptionalInt.of(exact.intValueExact());
                case "long", "Long" -> exact.longValueExact();
                case "OptionalLong" -> OptionalLong.of(exact.longValueExact());
                case "BigInteger" -> exact.toBigIntegerExact();
                case "float", "Float" -> narrow(exact);
                case "double", "Double" -> number.doubleValue();
                case "OptionalDouble" -> OptionalDouble.of(number.doubleValue());
                case "BigDecimal" -> exact;
                default -> throw new ArithmeticException("no number of the JDK");
            };
        } catch (ArithmeticException digitsLost) {
            throw Mistake.NOT_OF_TYPE.because(digitsLost, place, raw.getName());
        }
    }

    /** A fraction is rounded, as it was to a double before; a whole number is not. */
    private static float narrow(BigDecimal exact) {
        float narrow = exact.floatValue();
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        if (Float.isInfinite(narrow) || whole && new BigDecimal(narrow).compareTo(exact) != 0) {
            throw new ArithmeticException("no float");
        }
        return narrow;
    }

    private Object bound(String place, Object value, Type type) {
        checkNumbers(place, value, type);
        try {
            return binding.get().fromJson(JsonText.forBinding(value), type);
        } catch (JsonbException e) {
            throw Mistake.NOT_OF_TYPE.because(e, place, type.getTypeName());
        }
    }

    /** JSON Binding cuts numbers that do not fit. */
    private static void checkNumbers(String place, Object value, Type asked) {
        Type type = JavaTypes.raw(asked) == Optional.class ? JavaTypes.argument(asked, 0) : asked;
        Class<?> raw = JavaTypes.raw(type);
        if (value instanceof Number number && isNumber(raw) && !raw.isInstance(value)) {
            number(place, number, raw);
        } else if (value instanceof List<?> list) {
            Type element = raw.isArray() ? JavaTypes.component(type) : JavaTypes.argument(type, 0);
            int index = 0;
            for (Object each : list) {
                checkNumbers(place + "[" + index++ + "]", each, element);
            }
        } else if (value instanceof Map<?, ?> map && raw == Map.class) {
            map.forEach((key, each) -> checkNumbers(place + "." + key, each, JavaTypes.argument(type, 1)));
        } else if (value instanceof Map<?, ?> map) {
            // a record's components are fields, too
            for (Class<?> declaring = raw; declaring != null; declaring = declaring.getSuperclass()) {
                for (Field field : declaring.getDeclaredFields()) {
                    checkNumbers(place + "." + field.getName(), map.get(field.getName()), field.getGenericType());
                }
            }
        }
    }
}
