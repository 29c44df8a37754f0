// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import io.undertow.server.handlers.SameSiteCookieHandler;
import io.undertow.server.session.SessionCookieConfig;
import io.undertow.servlet.spec.ServletContextImpl;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The session's cookie where Undertow is older than that of WildFly 38: it leaves out attributes that are set by their names. */
final class UndertowCookies {
    private UndertowCookies() {}

    /** Has a handler of Undertow's own write the SameSite that the cookie's configuration would. */
    static void sameSite(ServletContext context, String value) {
        boolean written = Arrays.stream(SessionCookieConfig.class.getMethods())
                .anyMatch(method -> method.getName().equals("getAttributes"));
        if (!written) {
            String cookie = Pattern.quote(context.getSessionCookieConfig().getName());
            ((ServletContextImpl) context)
                    .getDeployment()
                    .getDeploymentInfo()
                    .addInitialHandlerChainWrapper(next -> new SameSiteCookieHandler(next, value, cookie));
        }
    }
}
