// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.it.app.HeaderLogin;
import org.scriptingsession.it.app.Users;
import org.scriptingsession.it.app.messages.MessageServlet;

/** A message-driven bean serves no HTTP call, though the call that sent its message waits for it and has a session. */
@ExtendWith(ArquillianExtension.class)
@DisabledIfSystemProperty(
        named = "arquillian.launch",
        matches = "payara",
        disabledReason = "Payara Micro has no messages; Payara Server has, see the profile payara-server")
class MessageInjectionIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.library("shared")
                .addPackage(MessageServlet.class.getPackage())
                .addClasses(HeaderLogin.class, Users.class);
    }

    @BeforeEach
    void aScriptStores() {
        client.send("GET", "js/it/shared.mjs/set", BodyPublishers.noBody(), "X-User", "alice", "X-Password", "alice!");
    }

    @Test
    void everyMethodOfTheSessionSaysSo() {
        String expected = Arrays.stream(ScriptingSession.class.getMethods())
                .map(method -> switch (method.getName()) {
                    case "isValid" -> "isValid false";
                    case "invalidate" -> "invalidate null";
                    default -> method.getName() + " NO_HTTP_CALL";
                })
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n"));

        assertEquals("hello\n" + expected, client.body("messages/session"));
    }

    @Test
    void aScriptRunsThereOutsideHttp() {
        assertEquals("hello\nran", client.body("messages/script"));

        String failed = client.body("messages/failing");
        assertTrue(failed.endsWith("[false,false,false,null,[]]"), failed);
    }

    @Test
    void theRegistryCountsAndEndsSessionsThere() {
        assertEquals("hello\nalice 1", client.body("messages/count"));

        assertEquals("none\nended 1", new ScriptClient().body("messages/end"));

        assertEquals("null", client.value("shared.mjs", "fromScript"));
    }
}
