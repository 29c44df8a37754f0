// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.it.app.injection.InsideServlet;

/** Whatever component of an HTTP call asks the injected session, it is that call's. */
@ExtendWith(ArquillianExtension.class)
class InsideInjectionIT {
    private static final String FOUND = "true hello";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("shared")
                .addPackage(InsideServlet.class.getPackage())
                .addAsWebInfResource(
                        Deployments.resource("faces/faces-config.xml").toFile(), "faces-config.xml")
                .addAsWebResource(Deployments.resource("faces/probe.xhtml").toFile(), "probe.xhtml");
    }

    @BeforeEach
    void aScriptStores() {
        client.value("shared.mjs", "set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inside/servlet",
                "inside/instance",
                "inside/select",
                "inside/stateless",
                "inside/kept",
                "inside/passivated",
                "inside/observer",
                "filtered",
                "rest/inside/now"
            })
    void aComponentOfTheCallHasItsSession(String path) {
        assertEquals(FOUND, client.body(path));
    }

    @Test
    void aStatefulBeanHasTheSessionOfEachCall() {
        assertEquals("1 " + FOUND, client.body("inside/stateful"));
        assertEquals("2 " + FOUND, client.body("inside/stateful"));
    }

    @Test
    void aPageHasItByItsBeanAndByName() {
        String page = client.body("probe.xhtml");

        assertTrue(page.contains("<p>" + FOUND + "|true</p>"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest/inside/suspended", "rest/inside/stage"})
    void aResourceThatAnswersLaterHasItUntilItHandsOver(String path) {
        assertEquals(FOUND + ",false NO_HTTP_CALL", client.body(path));
    }

    @Test
    void anAsynchronousServletHasItAgainInTheDispatch() {
        assertEquals(FOUND + ",false NO_HTTP_CALL," + FOUND, client.body("async"));
    }

    @Test
    void aListenerHasItBeforeAllFilters() {
        assertEquals(FOUND + "," + FOUND, client.body("listened?session=listened"));
    }
}
