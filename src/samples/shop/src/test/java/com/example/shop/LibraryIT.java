// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application of three files beside the shop, as Maven packaged it. */
@ExtendWith(ArquillianExtension.class)
class LibraryIT {
    private final Browser browser = new Browser();

    @Deployment(testable = false)
    static WebArchive library() {
        File war = new File(System.getProperty("it.library.war"));
        assertTrue(war.isFile(), "build it first: mvn -f src/samples/library/pom.xml package");
        return ShrinkWrap.create(ZipImporter.class, "library.war").importFrom(war).as(WebArchive.class);
    }

    @Test
    void theScriptAndTheResourceShareTheSessionBothWays() {
        assertEquals("Visit 1.\n", browser.get("../library/js/visit.mjs").body());
        assertEquals("Visit 2.\n", browser.get("../library/js/visit.mjs").body());
        assertEquals("2", browser.get("../library/api/visits").body());
        assertEquals(204, browser.submit("../library/api/visits").statusCode());
        assertEquals("Visit 1.\n", browser.get("../library/js/visit.mjs").body());
    }
}
