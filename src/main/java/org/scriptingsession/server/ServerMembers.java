// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks up members of a server's classes that the application does not see. A subclass lists the members in its fields and calls
 * {@link #complete} at the end of its constructor: what is missing is then told together.
 */
public class ServerMembers {
    private final List<ClassLoader> loaders;
    private final Set<String> missing = new LinkedHashSet<>();

    /** Looks in the loaders of these classes, one after the other. */
    protected ServerMembers(Class<?>... seeing) {
        loaders = Arrays.stream(seeing).map(Class::getClassLoader).toList();
    }

    /** What an interface's method does. */
    @FunctionalInterface
    public interface Answer {
        /** Returns what the method returns; null when that is nothing. */
        Object to(Object... arguments) throws IOException;
    }

    /** What an object's method or field gives at start; named as for {@link #method} and {@link #field}. */
    protected static Object ask(Object target, String member) {
        ServerMembers members = new ServerMembers(target.getClass());
        ServerMember<Object> found = member.endsWith(")") ? members.any(member) : members.field(Object.class, member);
        members.complete();
        return found.on(target);
    }

    /** An object of an interface that {@link #implemented} has found, by an answer for each name of a method. */
    public static Object proxy(Class<?> type, Map<String, Answer> answers) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "org.scriptingsession's " + type.getName();
                };
            }
            if (!answers.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.toString());
            }
            return answers.get(method.getName()).to(arguments);
        });
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
    protected final <T> ServerMember<T> method(Class<? super T> returns, String signature) {
        Method method = find(returns, signature, Class::getDeclaredMethods, ServerMembers::text, Method::getReturnType);
        return (target, arguments) -> used(method, () -> method.invoke(target, arguments));
    }

    /** As {@link #method(Class, String)}, whatever the method returns. */
    protected final ServerMember<Object> any(String signature) {
        return method(Object.class, signature);
    }

    /**
     * A field, inherited or not, public or not.
     *
     * @param type a type of what it holds; {@code Object} for any
     * @param path {@code some.Type.name}
     */
    protected final <T> ServerMember<T> field(Class<? super T> type, String path) {
        Field field = find(type, path, Class::getDeclaredFields, Field::getName, Field::getType);
        return (target, arguments) -> used(field, () -> {
            if (arguments.length == 0) {
                return field.get(target);
            }
            field.set(target, arguments[0]);
            return null;
        });
    }

    /** An interface that the application implements: it has these methods and no other. */
    protected final Class<?> implemented(String name, String... methods) {
        Class<?> type = type(name);
        if (type != Missing.class) {
            Set<String> unknown = Arrays.stream(type.getMethods())
                    .map(ServerMembers::text)
                    .collect(Collectors.toCollection(TreeSet::new));
            Arrays.stream(methods)
                    .filter(method -> !unknown.remove(method))
                    .forEach(method -> missing.add(name + '.' + method));
            unknown.forEach(method -> missing.add("an answer to " + name + '.' + method));
        }
        return type;
    }

    private <M extends AccessibleObject> M find(
            Class<?> wanted,
            String path,
            Function<Class<?>, M[]> declared,
            Function<M, String> text,
            Function<M, Class<?>> typeOf) {
        int name = path.lastIndexOf('.', (path + '(').indexOf('('));
        Class<?> owner = type(path.substring(0, name));
        try {
            for (Class<?> type : withAllAbove(owner, new LinkedHashSet<>())) {
                for (M member : declared.apply(type)) {
                    Class<?> boxed =
                            MethodType.methodType(typeOf.apply(member)).wrap().returnType();
                    if (text.apply(member).equals(path.substring(name + 1)) && wanted.isAssignableFrom(boxed)) {
                        member.setAccessible(true);
                        return member;
                    }
                }
            }
        } catch (LinkageError | RuntimeException unreadable) {
            missing.add(path + " (" + unreadable + ")");
            return null;
        }
        if (owner != Missing.class) {
            missing.add(path);
        }
        return null;
    }

    private static Set<Class<?>> withAllAbove(Class<?> type, Set<Class<?>> all) {
        if (type != null && all.add(type)) {
            withAllAbove(type.getSuperclass(), all);
            Arrays.stream(type.getInterfaces()).forEach(implemented -> withAllAbove(implemented, all));
        }
        return all;
    }

    private static String text(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(",", method.getName() + '(', ")"));
    }

    /** The type was looked at when the member was looked up. */
    @SuppressWarnings("unchecked")
    private static <T> T used(Object member, Use use) {
        try {
            return (T) use.result();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new GridException(member + " has failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new MissingMembersException(List.of(member.toString()));
        }
    }

    private interface Use {
        Object result() throws InvocationTargetException, IllegalAccessException;
    }

    /** Stands for a class that is missing. */
    private static final class Missing {}
}
