// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.OtherApplication;
import org.scriptingsession.it.app.OtherResource;

/** An application in which the product could not be called, or not before the application's own, does not start. */
@ExtendWith(ArquillianExtension.class)
class RefusedPackagingIT {
    private static final String COMPLETE = "metadataComplete";
    private static final String ORDERED = "absoluteOrdering";
    private static final String TWICE = "secondCopy";
    private static final String EAR = "libraryOfEar";
    private static final String TAKEN = "pathTaken";
    private static final String NO_PATH = "noPath";
    private static final String NO_CDI = "cdiOff";
    private static final String UNNAMED = "applicationWithoutClass";
    private static final String OTHER_ENGINE = "otherEngine";

    private static final String ENGINE_VERSION = "/META-INF/graalvm/org.graalvm.polyglot/version";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = COMPLETE, managed = false, testable = false)
    static WebArchive metadataComplete() {
        return library("it-complete.war").setWebXML(descriptor(" metadata-complete=\"true\"", ""));
    }

    @Deployment(name = ORDERED, managed = false, testable = false)
    static WebArchive absoluteOrdering() {
        return library("it-ordered.war")
                .setWebXML(descriptor("", "<absolute-ordering><name>other</name></absolute-ordering>"));
    }

    @Deployment(name = TWICE, managed = false, testable = false)
    static WebArchive secondCopy() {
        JavaArchive copy = Deployments.libraries().stream()
                .filter(jar -> jar.getName().startsWith("scripting-session"))
                .findFirst()
                .orElseThrow();
        JavaArchive other = ShrinkWrap.create(JavaArchive.class, "copy-of-scripting-session.jar")
                .merge(copy);
        return library("it-twice.war").addAsLibrary(other);
    }

    @Deployment(name = EAR, managed = false, testable = false)
    static EnterpriseArchive libraryOfEar() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "it-ear.war")
                .addAsWebInfResource(
                        Deployments.resource("scripts/rejected/fine.mjs").toFile(), "scripts/it/fine.mjs");
        return ShrinkWrap.create(EnterpriseArchive.class, "it-ear.ear")
                .addAsLibraries(Deployments.libraries())
                .addAsModule(war);
    }

    @Deployment(name = TAKEN, managed = false, testable = false)
    static WebArchive pathTaken() {
        WebArchive war = library("it-taken.war").addClasses(OtherApplication.class, OtherResource.class);
        return Deployments.withSettings(war, Map.of("scripting.path", "rest"));
    }

    @Deployment(name = NO_PATH, managed = false, testable = false)
    static WebArchive noPath() {
        return Deployments.withSettings(library("it-nopath.war"), Map.of("scripting.path", "/js/*"));
    }

    @Deployment(name = UNNAMED, managed = false, testable = false)
    static WebArchive applicationWithoutClass() {
        return library("it-unnamed.war")
                .addClass(OtherResource.class)
                .setWebXML(descriptor(
                        "",
                        "<servlet-mapping><servlet-name>jakarta.ws.rs.core.Application</servlet-name>"
                                + "<url-pattern>/rest/*</url-pattern></servlet-mapping>"));
    }

    @Deployment(name = NO_CDI, managed = false, testable = false)
    static WebArchive cdiOff() {
        return library("it-nocdi.war")
                .addAsWebInfResource(
                        new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" "
                                + "bean-discovery-mode=\"none\"/>"),
                        "beans.xml");
    }

    /** As with a server that has libraries of an older version, and a thin WAR. */
    @Deployment(name = OTHER_ENGINE, managed = false, testable = false)
    static WebArchive otherEngine() {
        WebArchive war = library("it-engine.war");
        Deployments.libraries().stream()
                .filter(jar -> jar.getName().startsWith("polyglot-"))
                .forEach(jar -> {
                    war.delete("/WEB-INF/lib/" + jar.getName());
                    jar.delete(ENGINE_VERSION);
                    war.addAsLibrary(jar.add(new StringAsset("24.2.0"), ENGINE_VERSION));
                });
        return war;
    }

    @Test
    void anotherEngineIsNamed() {
        assertSays("SCRIPTING-0824", "offers 24.2.0", Refusals.of(deployer, OTHER_ENGINE, "/it-engine/"));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "arquillian.launch",
            matches = "payara",
            disabledReason = "WildFly leaves CDI on for the library")
    void cdiIsOff() {
        assertSays("SCRIPTING-0822", "bean-discovery-mode", Refusals.of(deployer, NO_CDI, "/it-nocdi/"));
    }

    @Test
    void aCompleteDescriptorKeepsTheServerFromLooking() {
        assertSays("SCRIPTING-0811", "metadata-complete", Refusals.of(deployer, COMPLETE, "/it-complete/"));
    }

    @Test
    void anOrderingWithoutTheLibraryLeavesItOut() {
        assertSays("SCRIPTING-0812", "org_scriptingsession", Refusals.of(deployer, ORDERED, "/it-ordered/"));
    }

    @Test
    void twoCopiesAreNamed() {
        assertSays("SCRIPTING-0813", "copy-of-scripting-session.jar", Refusals.of(deployer, TWICE, "/it-twice/"));
    }

    @Test
    @DisabledIfSystemProperty(
            named = "arquillian.launch",
            matches = "payara",
            disabledReason = "Payara Micro takes no EAR")
    void theLibraryOfAnEarServesNoWar() {
        assertSays("SCRIPTING-0814", "WEB-INF/lib", Refusals.of(deployer, EAR, "/it-ear/"));
    }

    @Test
    void twoApplicationsWantOnePath() {
        assertSays("SCRIPTING-0815", "scripting.path", Refusals.of(deployer, TAKEN, "/it-taken/"));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "arquillian.launch",
            matches = "wildfly",
            disabledReason = "Payara has such resources beside the product, see OwnApplicationIT")
    void resourcesThatWouldNotAnswer() {
        assertSays("SCRIPTING-0821", "@ApplicationPath", Refusals.of(deployer, UNNAMED, "/it-unnamed/"));
    }

    @Test
    void thePathIsMadeOfNames() {
        assertSays("SCRIPTING-01", "scripting.path", Refusals.of(deployer, NO_PATH, "/it-nopath/"));
    }

    private static void assertSays(String number, String what, String said) {
        assertTrue(said.contains(number), said);
        assertTrue(said.contains(what), said);
    }

    private static WebArchive library(String name) {
        return Deployments.library(name, "rejected");
    }

    private static StringAsset descriptor(String attributes, String content) {
        return new StringAsset("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"" + attributes
                + ">" + content + "</web-app>");
    }
}
