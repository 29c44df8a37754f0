// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks up members of a server's classes that the application does not see. A subclass lists the members in its fields and calls
 * {@link #complete} at the end of its constructor: what is missing is then told together.
 */
public class ServerMembers {
    private final Set<ClassLoader> loaders;
    private final Set<String> missing = new LinkedHashSet<>();

    /**
     * Looks in the loaders of these classes, one after the other, and then in those of classes found before: Payara Server's
     * modules see of one another what they use themselves.
     */
    protected ServerMembers(Class<?>... seeing) {
        loaders = Arrays.stream(seeing).map(Class::getClassLoader).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * A method or field of a server's class, found at start.
     *
     * @param <T> what it returns or holds
     */
    @FunctionalInterface
    public interface Member<T> {
        /**
         * Calls the method, or reads the field; sets the field when an argument is given.
         *
         * @return null for null, or nothing
         * @throws RuntimeException what the method throws
         * @throws GridException in place of a checked exception that the method throws
         */
        T on(Object target, Object... arguments);
    }

    /** What an interface's method does. */
    @FunctionalInterface
    public interface Answer {
        /** Returns what the method returns; null when that is nothing. */
        Object to(Object... arguments) throws IOException;
    }

    /** What an object's method or field gives at start; named as for {@link #member}. */
    protected static Object ask(Object target, String member) {
        ServerMembers members = new ServerMembers(target.getClass());
        Member<Object> found = members.any(member);
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
                Class<?> found = Class.forName(name, false, loader);
                loaders.add(found.getClassLoader());
                return found;
            } catch (ClassNotFoundException | LinkageError notHere) {
                // perhaps in the next one
            }
        }
        missing.add("class " + name);
        return Missing.class;
    }

    /**
     * A method or field, inherited or not, public or not.
     *
     * @param type a type of what it returns or holds; {@code Object} for any or nothing
     * @param path full names without spaces: {@code some.Type.field} or {@code some.Type.method(some.Parameter,int)}
     */
    protected final <T> Member<T> member(Class<? super T> type, String path) {
        int name = path.lastIndexOf('.', (path + '(').indexOf('('));
        Class<?> owner = type(path.substring(0, name));
        try {
            for (Class<?> declaring : withAllAbove(owner, new LinkedHashSet<>())) {
                for (AccessibleObject member :
                        path.endsWith(")") ? declaring.getDeclaredMethods() : declaring.getDeclaredFields()) {
                    if (fits(member, path.substring(name + 1), type)) {
                        member.setAccessible(true);
                        return (target, arguments) -> use(member, target, arguments);
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

    /** As {@link #member}, whatever the method returns or the field holds. */
    protected final Member<Object> any(String path) {
        return member(Object.class, path);
    }

    /** A constructor without arguments, by the full name of its class: the target is of no meaning. */
    protected final Member<Object> maker(String type) {
        try {
            Constructor<?> constructor = type(type).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (target, arguments) -> use(constructor, target, arguments);
        } catch (NoSuchMethodException none) {
            missing.add("new " + type + "()");
        } catch (LinkageError | RuntimeException unreadable) {
            missing.add("new " + type + "() (" + unreadable + ")");
        }
        return null;
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

    private static Set<Class<?>> withAllAbove(Class<?> type, Set<Class<?>> all) {
        if (type != null && all.add(type)) {
            withAllAbove(type.getSuperclass(), all);
            Arrays.stream(type.getInterfaces()).forEach(implemented -> withAllAbove(implemented, all));
        }
        return all;
    }

    private static boolean fits(AccessibleObject member, String text, Class<?> wanted) {
        Class<?> type = member instanceof Method method ? method.getReturnType() : ((Field) member).getType();
        return (member instanceof Method method ? text(method) : ((Field) member).getName()).equals(text)
                && wanted.isAssignableFrom(MethodType.methodType(type).wrap().returnType());
    }

    private static String text(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(",", method.getName() + '(', ")"));
    }

    /** The type was looked at when the member was looked up. */
    @SuppressWarnings("unchecked")
    private static <T> T use(AccessibleObject member, Object target, Object... arguments) {
        try {
            if (member instanceof Method method) {
                return (T) method.invoke(target, arguments);
            }
            if (member instanceof Constructor<?> constructor) {
                return (T) constructor.newInstance(arguments);
            }
            Field field = (Field) member;
            if (arguments.length == 0) {
                return (T) field.get(target);
            }
            field.set(target, arguments[0]);
            return null;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new GridException(member + " has failed", e.getCause());
        } catch (IllegalAccessException | InstantiationException e) {
            throw new MissingMembersException(List.of(member.toString()));
        }
    }

    /** The server's classes are not those that the product knows: of another version, or not visible to the application. */
    public static final class MissingMembersException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Names the classes and members that are missing. */
        public MissingMembersException(Collection<String> missing) {
            super(String.join(", ", missing));
        }
    }

    /** Stands for a class that is missing. */
    private static final class Missing {}
}
