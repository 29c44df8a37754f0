// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where browsers come by TLS, a setting keeps the session's cookie from travelling without it. */
@ExtendWith(ArquillianExtension.class)
class SecureCookieIT {
    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("lifetime", Map.of("scripting.session.cookie.secure", "true"));
    }

    @Test
    void theCookieIsSecure() {
        List<String> cookies =
                new ScriptClient().get("js/it/life.mjs/begin").headers().allValues("Set-Cookie");

        assertEquals(1, cookies.size());
        assertTrue(cookies.get(0).toLowerCase(Locale.ROOT).contains("; secure"), cookies::toString);
    }
}
