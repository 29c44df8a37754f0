// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bean;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.scriptingsession.value.JavaTypes;

/** What the type variables of a bean's superclasses and interfaces stand for in the bean's class. */
final class TypeVariables {
    private final Map<TypeVariable<?>, Type> meanings = new HashMap<>();

    TypeVariables(Class<?> beanClass) {
        collect(beanClass);
    }

    private void collect(Type type) {
        if (type == null || type == Object.class) {
            return;
        }
        Class<?> raw = JavaTypes.raw(type);
        if (type instanceof ParameterizedType generic) {
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                meanings.put(raw.getTypeParameters()[i], generic.getActualTypeArguments()[i]);
            }
        }
        collect(raw.getGenericSuperclass());
        Arrays.stream(raw.getGenericInterfaces()).forEach(this::collect);
    }

    /** The type without variables and wildcards: each is what it stands for, or its bound. */
    Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Type meaning = meanings.get(variable);
            return meaning == null ? JavaTypes.raw(variable) : resolve(meaning);
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            return new ArrayOf(resolve(array.getGenericComponentType()));
        }
        return type instanceof ParameterizedType generic
                ? new Generic(
                        generic.getRawType(),
                        generic.getOwnerType(),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(this::resolve)
                                .toArray(Type[]::new))
                : type;
    }

    private record Generic(Type raw, Type owner, Type... arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return owner;
        }

        @Override
        public String toString() {
            return Arrays.stream(arguments)
                    .map(Type::getTypeName)
                    .collect(Collectors.joining(", ", raw.getTypeName() + "<", ">"));
        }
    }

    private record ArrayOf(Type component) implements GenericArrayType {
        @Override
        public Type getGenericComponentType() {
            return component;
        }

        @Override
        public String toString() {
            return component.getTypeName() + "[]";
        }
    }
}
