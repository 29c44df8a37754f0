// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Members of a server's objects, whose classes the application does not see. */
public final class ServerMembers {
    private ServerMembers() {}

    /** Calls a method of a public class or interface of the target, found by its name and number of arguments. */
    public static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            Method method = callable(type, name, arguments.length);
            if (method != null) {
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(target.getClass() + "." + name);
    }

    /** What a class that is not public overrides can be called as its interface's only. */
    private static Method callable(Class<?> type, String name, int arguments) {
        if (Modifier.isPublic(type.getModifiers())) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == arguments
                        && Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
                    return method;
                }
            }
        }
        for (Class<?> implemented : type.getInterfaces()) {
            Method method = callable(implemented, name, arguments);
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    /** The first public method of a name; null when there is none. */
    public static Method method(Class<?> type, String name) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        return null;
    }

    /** The value of a field, however hidden. */
    public static Object get(Object target, String name) throws ReflectiveOperationException {
        return field(target.getClass(), name).get(target);
    }

    /** A field of a class or of those above it. */
    public static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            for (Field field : t.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type + "." + name);
    }
}
