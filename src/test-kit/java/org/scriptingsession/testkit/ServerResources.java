// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** What a server gives by {@link Resource}: executors and threads, for the product as for the beans of the tests. */
final class ServerResources implements AutoCloseable {
    private final ThreadFactory daemons = work -> {
        Thread thread = new Thread(work, "scripts-of-tests");
        // no test waits for what it has left behind
        thread.setDaemon(true);
        return thread;
    };

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2, daemons);

    private final List<Object> resources = List.of(
            managed(ManagedScheduledExecutorService.class, ScheduledExecutorService.class, scheduler),
            managed(ManagedThreadFactory.class, ThreadFactory.class, daemons));

    /** Sets the fields of an object that a server would set; one of a type that the kit has not is left as it is. */
    void fill(Object bean) {
        for (Class<?> type = bean.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Resource.class)) {
                    resources.stream()
                            .filter(field.getType()::isInstance)
                            .findFirst()
                            .ifPresent(found -> set(field, bean, found));
                }
            }
        }
    }

    private static void set(Field field, Object bean, Object value) {
        try {
            field.setAccessible(true);
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The methods that {@link ManagedExecutorService} and its like add are the server's alone. */
    private static <T> T managed(Class<T> type, Class<?> known, Object plain) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!method.getDeclaringClass().isAssignableFrom(known)) {
                        throw new UnsupportedOperationException(method + " needs a server");
                    }
                    try {
                        return method.invoke(plain, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
