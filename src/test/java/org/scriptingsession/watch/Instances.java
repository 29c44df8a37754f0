// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;

/** What a server gives for one bean. */
final class Instances {
    private Instances() {}

    @SuppressWarnings("unchecked")
    static <T> Instance<T> of(T bean) {
        return (Instance<T>) Proxy.newProxyInstance(
                Instances.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isResolvable" -> true;
                    case "stream" -> Stream.of(bean);
                    default -> bean;
                });
    }
}
