// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

/**
 * A method or field of a server's class, found at start.
 *
 * @param <T> what it returns or holds
 */
@FunctionalInterface
public interface ServerMember<T> {
    /**
     * Calls the method, or reads the field; sets the field when an argument is given.
     *
     * @return null for null, or nothing
     * @throws RuntimeException what the method throws
     * @throws GridException in place of a checked exception that the method throws
     */
    T on(Object target, Object... arguments);
}
