// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

/**
 * What lies behind the {@code ServletContext} on Payara: its session manager, for what Jakarta Servlet has no way to say. By
 * reflection over public members where there are any, so that the product needs no class of the server.
 */
public final class PayaraContainer {
    private static final String FACADE = "org.apache.catalina.core.";
    private static final String WEB_MODULE = "com.sun.enterprise.web.";

    private final Object context;

    private PayaraContainer(Object context) {
        this.context = context;
    }

    /** That of the application; empty on another server. */
    public static Optional<PayaraContainer> of(ServletContext application) throws ReflectiveOperationException {
        Object context = application;
        while (context.getClass().getName().startsWith(FACADE) && method(context.getClass(), "getManager") == null) {
            context = get(context, "context");
        }
        return context.getClass().getName().startsWith(WEB_MODULE)
                ? Optional.of(new PayaraContainer(context))
                : Optional.empty();
    }

    /** The application's session manager. */
    public Object manager() throws ReflectiveOperationException {
        return call(context, "getManager");
    }

    /** The chain that every request of the application passes. */
    Object pipeline() throws ReflectiveOperationException {
        return call(context, "getPipeline");
    }

    /** Calls a public method, found by its name and number of arguments. */
    static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == arguments.length
                    && Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(target.getClass() + "." + name);
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
    static Object get(Object target, String name) throws ReflectiveOperationException {
        return field(target.getClass(), name).get(target);
    }

    /** A field of a class or of those above it. */
    static Field field(Class<?> type, String name) throws NoSuchFieldException {
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
