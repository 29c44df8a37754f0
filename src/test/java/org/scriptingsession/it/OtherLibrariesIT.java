// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.RawServlet;
import org.scriptingsession.it.app.libraries.LibraryServlet;

/** An application with an icu4j of its own, an older gson and a later protobuf: they are its own, and scripts have all they need. */
@ExtendWith(ArquillianExtension.class)
class OtherLibrariesIT {
    private static final String SCRIPT = "libraries.mjs";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() throws GeneralSecurityException {
        WebArchive war = Deployments.library("libraries")
                .addClasses(LibraryServlet.class, RawServlet.class)
                .addAsLibrary(Deployments.other("icu4j-"));
        Deployments.withOther(war, "gson", "gson-");
        Deployments.withOther(war, "protobuf-java", "protobuf-java-" + System.getProperty("it.later.protobuf"));
        return Deployments.withSettings(war, SealSettings.of("secret*"));
    }

    @Test
    void theApplicationHasItsOwn() {
        assertEquals("76 few Plovdiv", client.body("libraries/icu4j"));
        assertEquals("[1,\"two\"] gson-2.10.1.jar", client.body("libraries/gson"));
        assertEquals(
                "protobuf-java-" + System.getProperty("it.later.protobuf") + ".jar", client.body("libraries/protobuf"));
    }

    @Test
    void scriptsHaveTheEnginesOwnIcu() {
        assertEquals("[\"1.234,50\",\"few\",[\"a\",\"z\",\"ä\"],\"януари\"]", client.value(SCRIPT, "intl"));
    }

    @Test
    void scriptsReadParts() {
        String part =
                "--line\r\nContent-Disposition: form-data; name=\"note\"; filename=\"note.txt\"\r\n\r\nhello\r\n--line--\r\n";

        JsonObject answer = ScriptClient.json(
                client.post("js/it/" + SCRIPT + "/parts", part, "Content-Type", "multipart/form-data; boundary=line"));

        assertEquals("[[\"note\",\"note.txt\",\"hello\"]]", String.valueOf(answer.get("returned")));
    }

    @Test
    void attributesAreEncrypted() {
        client.value(SCRIPT, "store");

        String raw = client.body("raw/all");
        assertTrue(raw.contains("secretCart=") && raw.contains("open=plain"), raw);
        assertFalse(raw.contains("4111"), raw);
        assertEquals("[\"4111\",\"plain\"]", client.value(SCRIPT, "read"));
    }
}
