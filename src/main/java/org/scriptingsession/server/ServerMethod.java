// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * A method of a server's class, found at start.
 *
 * @param <T> what it returns
 */
public final class ServerMethod<T> {
    private final Method method;

    ServerMethod(Method method) {
        this.method = method;
    }

    /**
     * Calls it on an object.
     *
     * @return null when it returns null, or nothing
     * @throws RuntimeException what it throws
     * @throws GridException in place of a checked exception that it throws
     */
    @SuppressWarnings("unchecked") // its type was looked at when it was looked up
    public T on(Object target, Object... arguments) {
        try {
            return (T) method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            if (e.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new GridException(method.getName() + " has failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new MissingMembersException(method, e);
        }
    }
}
