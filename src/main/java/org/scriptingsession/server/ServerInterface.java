// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;

/** An interface of a server, of which all methods are known since the start. */
public final class ServerInterface {
    private final Class<?> type;

    ServerInterface(Class<?> type) {
        this.type = type;
    }

    /** What a method of the interface does. */
    @FunctionalInterface
    public interface Answer {
        /** Returns what the method returns; null when that is nothing. */
        Object to(Object... arguments) throws IOException;
    }

    /** The interface itself. */
    public Class<?> type() {
        return type;
    }

    /** An object that implements the interface by an answer for each of the method names. */
    public Object by(Map<String, Answer> answers) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "org.scriptingsession's " + type.getName();
                };
            }
            Answer answer = answers.get(method.getName());
            if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
            }
            return answer.to(arguments);
        });
    }
}
