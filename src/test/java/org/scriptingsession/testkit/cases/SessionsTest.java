// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.scriptingsession.testkit.ScriptClient;
import org.scriptingsession.testkit.ScriptTest;

@ScriptTest(scripts = "src/test/resources/kit", settings = "scripting.sessions.max=1")
class SessionsTest {
    @RepeatedTest(3)
    void aSessionEndsWithItsTest(ScriptClient client) {
        assertEquals(201, client.post("cart.mjs?product=tea").send().status());
    }

    @Test
    void componentsSeeTheRequest(ScriptClient client) {
        client.logIn("anna", "clerk").session().set("cart", 1);
        assertEquals("anna", client.component(request -> request.getRemoteUser()));
        assertEquals(true, client.component(request -> request.isUserInRole("clerk")));
        assertEquals(false, client.component(request -> request.getSession(false) == null));
    }
}
