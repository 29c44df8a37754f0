// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.unfit.NoPath;
import org.scriptingsession.it.app.unfit.Sealed;

/** A wrong application does not start, and the server says all that is wrong with it. */
@ExtendWith(ArquillianExtension.class)
class RejectedDeploymentIT {
    private static final String SCRIPTS = "brokenScripts";
    private static final String CLAIMS = "twoScriptsOnePath";
    private static final String SETTINGS = "wrongSettings";
    private static final String BEANS = "unfitBeans";
    private static final String FINE = "fineScript";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = SCRIPTS, managed = false, testable = false)
    static WebArchive brokenScripts() {
        return war(
                "it-broken.war",
                Map.of(),
                "broken.mjs",
                "importing.mjs",
                "refused.mjs",
                "export.mjs",
                "json.mjs",
                "prices.json");
    }

    @Deployment(name = CLAIMS, managed = false, testable = false)
    static WebArchive twoScriptsOnePath() {
        return war("it-claims.war", Map.of())
                .addAsWebInfResource(
                        Deployments.resource("scripts/rejected/fine.mjs").toFile(), "scripts/it/Fine.mjs");
    }

    @Deployment(name = SETTINGS, managed = false, testable = false)
    static WebArchive wrongSettings() {
        return war("it-settings.war", Map.of("scripting.timeout", "ten seconds", "scripting.contexts", "0"));
    }

    @Deployment(name = BEANS, managed = false, testable = false)
    static WebArchive unfitBeans() {
        return war("it-beans.war", Map.of(), "bean.mjs")
                .addPackage(NoPath.class.getPackage())
                .addAsWebInfResource(file("importmap.json"), "scripts/importmap.json");
    }

    @Deployment(name = FINE, managed = false, testable = false)
    static WebArchive fineScript() {
        return war("it.war", Map.of("scripting.timeout", "PT5S"));
    }

    @Test
    void brokenScriptsStopTheDeployment() {
        String said = Refusals.of(deployer, SCRIPTS, "/it-broken/");

        assertTrue(said.contains("it/broken.mjs:3:23"), said);
        assertTrue(said.contains("it/prices.json:1:"), said);
        assertTrue(said.contains("it/importing.mjs:3:1"), said);
        assertTrue(said.contains("it/absent.mjs"), said);
        assertTrue(said.contains("it/refused.mjs:1:1"), said);
        assertTrue(said.contains("import of \"fs\" is refused"), said);
        assertTrue(said.contains("it/export.mjs:1:1"), said);
        assertTrue(said.contains("\"sessions\""), said);
    }

    @Test
    void twoScriptsThatClaimOnePathStopTheDeployment() {
        String said = Refusals.of(deployer, CLAIMS, "/it-claims/");

        assertTrue(said.contains("SCRIPTING-0206"), said);
        assertTrue(said.contains("it/fine.mjs"), said);
        assertTrue(said.contains("it/Fine.mjs"), said);
    }

    @Test
    void wrongSettingsStopTheDeployment() {
        String said = Refusals.of(deployer, SETTINGS, "/it-settings/");

        assertTrue(said.contains("scripting.timeout"), said);
        assertTrue(said.contains("ten seconds"), said);
        assertTrue(said.contains("scripting.contexts"), said);
    }

    @Test
    void unfitBeansStopTheDeployment() {
        String said = Refusals.of(deployer, BEANS, "/it-beans/");

        String bean = NoPath.class.getName();
        assertTrue(said.contains(bean + ": @ScriptModule(\"no path/\") is no path"), said);
        assertTrue(said.contains(bean + ".twice("), said);
        assertTrue(said.contains("is exported more than once"), said);
        assertTrue(said.contains(bean + ".takes(List): streams is of a type"), said);
        assertTrue(said.contains("java.io.InputStream"), said);
        assertTrue(said.contains(bean + ".gives(): the result is of a type"), said);
        assertTrue(said.contains(bean + ".keys(Map): names is of a type"), said);
        assertTrue(said.contains(bean + ".hidden(): is exported, and not a public method"), said);
        assertTrue(said.contains("is the name of"), said);
        assertTrue(said.contains("no method has @Export"), said);
        assertTrue(said.contains(Sealed.class.getName() + ".value(): CDI makes no proxy"), said);
        assertTrue(said.contains("importmap.json:2:"), said);
        assertTrue(said.contains("it/bean.mjs:1:1: there is no bean \"beans/it/sane\""), said);
    }

    @Test
    void withoutTheFaultTheSameApplicationStarts() {
        deployer.deploy(FINE);
        try {
            assertEquals("fine", new ScriptClient().get("js/it/fine.mjs").body());
        } finally {
            deployer.undeploy(FINE);
        }
    }

    private static WebArchive war(String name, Map<String, String> settings, String... scripts) {
        WebArchive war = Deployments.withSettings(Deployments.named(name, "rejected"), settings);
        for (String script : scripts) {
            war.addAsWebInfResource(file(script), "scripts/it/" + script);
        }
        return war;
    }

    private static File file(String name) {
        return Deployments.resource("rejected/" + name).toFile();
    }
}
