// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks up members of a server's classes that the application does not see. A subclass lists the members of one server in its
 * fields and calls {@link #complete} at the end of its constructor: what is missing is then told together.
 */
public abstract class ServerMembers {
    private final List<ClassLoader> loaders;
    private final Set<String> missing = new LinkedHashSet<>();

    /** Looks in the loaders of these classes, one after the other. */
    protected ServerMembers(Class<?>... seeing) {
        loaders = Arrays.stream(seeing).map(Class::getClassLoader).toList();
    }

    /** To be called after the last look-up. */
    protected final void complete() {
        if (!missing.isEmpty()) {
            throw new MissingMembersException(missing);
        }
    }

    /** A class by its full name. */
    protected final Class<?> type(String name) {
        for (ClassLoader loader : loaders) {
            try {
                return Class.forName(name, false, loader);
            } catch (ClassNotFoundException | LinkageError notHere) {
                // perhaps in the next one
            }
        }
        missing.add("class " + name);
        return Missing.class;
    }

    /**
     * A method, inherited or not, public or not.
     *
     * @param returns a type of what it returns; {@code Object} for any or nothing
     * @param signature full names without spaces: {@code some.Type.name(some.Parameter,int)}
     */
    protected final <T> ServerMethod<T> method(Class<? super T> returns, String signature) {
        int name = signature.lastIndexOf('.', signature.indexOf('('));
        String wanted = signature.substring(name + 1);
        Method found = find(
                signature.substring(0, name),
                signature,
                Class::getDeclaredMethods,
                method -> !method.isBridge()
                        && text(method).equals(wanted)
                        && returns.isAssignableFrom(boxed(method.getReturnType())));
        return new ServerMethod<>(found);
    }

    /**
     * A field, inherited or not, public or not.
     *
     * @param type a type of what it holds; {@code Object} for any
     * @param path {@code some.Type.name}
     */
    protected final <T> ServerField<T> field(Class<? super T> type, String path) {
        int name = path.lastIndexOf('.');
        Field found = find(
                path.substring(0, name),
                path,
                Class::getDeclaredFields,
                field -> field.getName().equals(path.substring(name + 1))
                        && type.isAssignableFrom(boxed(field.getType())));
        return new ServerField<>(found);
    }

    /** An interface that the application implements: it has these methods and no other. */
    protected final ServerInterface implemented(String name, String... methods) {
        Class<?> type = type(name);
        if (type != Missing.class) {
            Set<String> has =
                    Arrays.stream(type.getMethods()).map(ServerMembers::text).collect(Collectors.toSet());
            without(List.of(methods), has).forEach(method -> missing.add(name + '.' + method));
            without(has, List.of(methods)).forEach(method -> missing.add(name + '.' + method + " is new and"));
        }
        return new ServerInterface(type);
    }

    private static Stream<String> without(Collection<String> all, Collection<String> known) {
        return all.stream().filter(method -> !known.contains(method)).sorted();
    }

    private <M extends AccessibleObject> M find(
            String type, String name, Function<Class<?>, M[]> declared, Predicate<M> wanted) {
        Class<?> owner = type(type);
        try {
            for (Class<?> above : withAllAbove(owner)) {
                for (M member : declared.apply(above)) {
                    if (wanted.test(member)) {
                        member.setAccessible(true);
                        return member;
                    }
                }
            }
        } catch (LinkageError | RuntimeException unreadable) {
            missing.add(name + " (" + unreadable + ")");
            return null;
        }
        if (owner != Missing.class) {
            missing.add(name);
        }
        return null;
    }

    private static Set<Class<?>> withAllAbove(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            all.add(above);
        }
        List.copyOf(all)
                .forEach(above -> Arrays.stream(above.getInterfaces()).forEach(it -> all.addAll(withAllAbove(it))));
        return all;
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** A method's name and parameters, as signatures here have them. */
    static String text(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(",", method.getName() + '(', ")"));
    }

    /** Stands for a class that is missing. */
    private static final class Missing {}
}
