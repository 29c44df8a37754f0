// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What web.xml says, at the places where it counts. */
class WebDescriptorTest {
    @Test
    void withoutDescriptorNothingIsSaid() {
        WebDescriptor none = WebDescriptor.read(null);

        assertFalse(none.isDistributable());
        assertFalse(none.isMetadataComplete());
        assertFalse(none.leavesOut("us"));
        assertFalse(none.namesCookie());
        assertFalse(none.saysHttpOnly());
        assertFalse(none.saysTracking());
        assertEquals(Optional.empty(), none.sameSite());
    }

    @Test
    void aDescriptorSaysAllOfIt() {
        WebDescriptor all = read(
                "metadata-complete='true'",
                """
                <distributable/>
                <servlet-mapping><servlet-name> a </servlet-name></servlet-mapping>
                <session-config>
                  <cookie-config>
                    <name>ID</name>
                    <http-only>false</http-only>
                    <attribute><attribute-name>Partitioned</attribute-name><attribute-value>yes</attribute-value></attribute>
                    <attribute><attribute-name>sameSite</attribute-name><attribute-value><![CDATA[Strict]]></attribute-value></attribute>
                  </cookie-config>
                  <tracking-mode>URL</tracking-mode>
                </session-config>
                """);

        assertTrue(all.isDistributable());
        assertTrue(all.isMetadataComplete());
        assertTrue(all.maps("a"));
        assertFalse(all.maps("b"));
        assertTrue(all.namesCookie());
        assertTrue(all.saysHttpOnly());
        assertTrue(all.saysTracking());
        assertEquals(Optional.of("Strict"), all.sameSite());
    }

    @Test
    void anotherElementOfTheNameSaysNothing() {
        WebDescriptor other = read(
                "metadata-complete='false'",
                "<!-- <distributable/> --><filter><filter-name>x</filter-name><name>ID</name></filter>"
                        + "<servlet><servlet-name>a</servlet-name></servlet>");

        assertFalse(other.isDistributable());
        assertFalse(other.isMetadataComplete());
        assertFalse(other.namesCookie());
        assertFalse(other.maps("a"));
    }

    @Test
    void anOrderingLeavesOutWhatItDoesNotName() {
        assertTrue(read("", "<absolute-ordering/>").leavesOut("us"));
        assertTrue(read("", "<absolute-ordering><name>them</name></absolute-ordering>")
                .leavesOut("us"));
        assertFalse(read("", "<absolute-ordering><name>us</name></absolute-ordering>")
                .leavesOut("us"));
        assertFalse(read("", "<absolute-ordering><name>them</name><others/></absolute-ordering>")
                .leavesOut("us"));
        assertFalse(read("", "<ordering><before><others/></before></ordering>").leavesOut("us"));
    }

    @Test
    void whatIsNoXmlIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> read("", "<a>"));

        assertTrue(refused.getMessage().contains("WEB-INF/web.xml"));
    }

    /** Neither a file of the machine nor another host is read. */
    @Test
    void noExternalEntityIsRead() {
        String text = "<!DOCTYPE web-app [<!ENTITY file SYSTEM 'file:/etc/hostname'>]>"
                + "<web-app><servlet-mapping><servlet-name>&file;</servlet-name></servlet-mapping></web-app>";
        var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));

        assertThrows(IllegalArgumentException.class, () -> WebDescriptor.read(stream));
    }

    private static WebDescriptor read(String attributes, String content) {
        String text = "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0' " + attributes + ">" + content
                + "</web-app>";
        return WebDescriptor.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
