// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.payara.PayaraContainer;

/**
 * Gives the sessions of this application ids that cannot be guessed: {@value #BYTES} bytes of a secure source.
 *
 * <p>WildFly's own have 30. Payara's have about 56 bits of one, beside clock and memory address, where OWASP ASVS 5.0 (7.2.3)
 * asks for 128; its session manager takes another generator, but from the server's own class path alone. So this goes past the
 * specification and hands the manager a proxy of the generator's interface; where that does not work the log says so.
 */
public final class SessionIds {
    static final int BYTES = 32;

    private static final System.Logger LOGGER = System.getLogger(SessionIds.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    /**
     * To be called once, while the application starts.
     *
     * @param beforeNext is run before an id is made for a session, new or not; what it throws keeps the former id
     */
    public static void strengthen(ServletContext application, Runnable beforeNext) {
        try {
            Optional<PayaraContainer> payara = PayaraContainer.of(application);
            if (payara.isPresent()) {
                Object manager = payara.get().manager();
                Method setter = setterOf(manager);
                Class<?> generator = setter.getParameterTypes()[0];
                setter.invoke(manager, proxy(generator, beforeNext));
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    "The ids of sessions have the server's own strength, on Payara about 56 bits: its session manager could not"
                            + " be given another generator. Keep sessions short.",
                    e);
        }
    }

    private static Method setterOf(Object manager) throws NoSuchMethodException {
        Method setter = ServerMembers.method(manager.getClass(), "setUuidGenerator");
        if (setter == null) {
            throw new NoSuchMethodException(manager.getClass() + ".setUuidGenerator");
        }
        return setter;
    }

    private static Object proxy(Class<?> generator, Runnable beforeNext) {
        return Proxy.newProxyInstance(
                generator.getClassLoader(),
                new Class<?>[] {generator},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "generateUuid" -> {
                        beforeNext.run();
                        yield next();
                    }
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "session ids of " + BYTES + " random bytes";
                });
    }

    private static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
