// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbCreator;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Which types of Java a script's value can become, and which it can be made of, told from the types alone. */
public final class JavaTypes {
    /** Scripts have no value of their own for these, but JSON Binding has text. */
    private static final Set<Class<?>> AS_TEXT = Set.of(URI.class, URL.class, UUID.class, Locale.class);

    private static final Set<Class<?>> ALONE = Set.of(
            Object.class,
            String.class,
            CharSequence.class,
            Boolean.class,
            Character.class,
            Number.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            Date.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class);

    private static final Set<Class<?>> INTERFACES =
            Set.of(Optional.class, Iterable.class, Collection.class, List.class, Set.class, Map.class);

    private final boolean given;
    private final Set<Type> visited = new HashSet<>();

    /** @param given whether a value of the type is to be made of a script's */
    private JavaTypes(boolean given) {
        this.given = given;
    }

    /** A type within a parameter's type that nothing of a script's can become; empty when there is none. */
    public static Optional<Type> unfitForArgument(Type parameter) {
        return new JavaTypes(true).unfit(parameter);
    }

    /** A type within a method's return type that nothing of a script's can be made of; empty when there is none. */
    public static Optional<Type> unfitForResult(Type returned) {
        return isNothing(returned) ? Optional.empty() : new JavaTypes(false).unfit(content(returned));
    }

    /** Whether a method with this return type never gives a value, now or later. */
    public static boolean isNothing(Type returned) {
        return returned == void.class || content(returned) == Void.class;
    }

    /** What a method gives in the end: of an Optional or CompletionStage what it holds. */
    public static Type content(Type returned) {
        Class<?> raw = raw(returned);
        boolean later = raw == CompletionStage.class || raw == CompletableFuture.class;
        Type given = later ? argument(returned, 0) : returned;
        return raw(given) == Optional.class ? argument(given, 0) : given;
    }

    /** The class of a type. */
    public static Class<?> raw(Type type) {
        if (type instanceof Class<?> found) {
            return found;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        return raw(bound(type));
    }

    /** What a wildcard or type variable is at least. */
    static Type bound(Type open) {
        Type[] bounds = open instanceof WildcardType wildcard
                ? wildcard.getUpperBounds()
                : ((TypeVariable<?>) open).getBounds();
        return bounds[0] instanceof WildcardType || bounds[0] instanceof TypeVariable ? bound(bounds[0]) : bounds[0];
    }

    /** What stands between the angle brackets; Object where nothing does. */
    static Type argument(Type type, int index) {
        boolean has = type instanceof ParameterizedType generic && generic.getActualTypeArguments().length > index;
        return has ? ((ParameterizedType) type).getActualTypeArguments()[index] : Object.class;
    }

    static Type component(Type array) {
        return array instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : ((Class<?>) array).componentType();
    }

    private Optional<Type> unfit(Type type) {
        Class<?> raw = raw(type);
        if (raw.isPrimitive() || raw.isEnum() || ALONE.contains(raw) || AS_TEXT.contains(raw) || !visited.add(type)) {
            return Optional.empty();
        }
        if (raw.isArray()) {
            return unfit(component(type));
        }
        if (raw.getPackageName().equals("java.time") || JsonValue.class.isAssignableFrom(raw)) {
            return Optional.empty();
        }
        if (raw == Optional.class || Iterable.class.isAssignableFrom(raw)) {
            return isFitCollection(raw) ? unfit(argument(type, 0)) : Optional.of(type);
        }
        if (Map.class.isAssignableFrom(raw)) {
            boolean keys = raw(argument(type, 0)) == String.class || !(type instanceof ParameterizedType);
            return isFitCollection(raw) && keys ? unfit(argument(type, 1)) : Optional.of(type);
        }
        return isFitBean(raw) ? unfitArguments(type) : Optional.of(type);
    }

    private Optional<Type> unfitArguments(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments())
                        .map(this::unfit)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** A result may be of any class; for an argument the interface is asked for. */
    private boolean isFitCollection(Class<?> raw) {
        return !given || INTERFACES.contains(raw);
    }

    /** JSON Binding asks for public classes; those of the platform hold streams, connections and threads, not values. */
    private boolean isFitBean(Class<?> raw) {
        boolean platform = Stream.of("java.", "javax.", "jakarta.", "jdk.", "sun.")
                .anyMatch(prefix -> raw.getName().startsWith(prefix));
        return !platform && Modifier.isPublic(raw.getModifiers()) && (!given || raw.isRecord() || isMade(raw));
    }

    private static boolean isMade(Class<?> raw) {
        return !Modifier.isAbstract(raw.getModifiers())
                && Arrays.stream(raw.getDeclaredConstructors())
                        .anyMatch(
                                made -> made.getParameterCount() == 0 || made.isAnnotationPresent(JsonbCreator.class));
    }
}
