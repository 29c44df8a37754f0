// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the application's {@code web.xml} says, as far as Jakarta Servlet has no method that tells. */
public final class WebDescriptor {
    /** Where the descriptor lies in the application. */
    public static final String PATH = "/WEB-INF/web.xml";

    private static final String SESSION = "/web-app/session-config/";
    private static final String COOKIE = SESSION + "cookie-config/";
    private static final String METADATA_COMPLETE = "/web-app@metadata-complete";
    private static final String ORDERING = "/web-app/absolute-ordering";

    /** The texts of all elements, by their paths. */
    private final Map<String, List<String>> texts = new HashMap<>();

    private WebDescriptor() {}

    /** The descriptor of an application; one that says nothing when there is none. */
    public static WebDescriptor of(ServletContext application) {
        try (InputStream descriptor = application.getResourceAsStream(PATH)) {
            return read(descriptor);
        } catch (IOException e) {
            throw new IllegalArgumentException(PATH + " cannot be read", e);
        }
    }

    /**
     * Reads a descriptor.
     *
     * @param descriptor null for none
     */
    public static WebDescriptor read(InputStream descriptor) {
        WebDescriptor result = new WebDescriptor();
        if (descriptor != null) {
            try {
                XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
                factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
                result.collect(factory.createXMLStreamReader(descriptor));
            } catch (XMLStreamException e) {
                throw new IllegalArgumentException(PATH + " cannot be read", e);
            }
        }
        return result;
    }

    private void collect(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder path = new StringBuilder();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.append('/').append(xml.getLocalName());
                    text.setLength(0);
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        add(path + "@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    add(path.toString(), text.toString());
                    text.setLength(0);
                    path.setLength(path.lastIndexOf("/"));
                }
                default -> {
                    // comments and the like say nothing
                }
            }
        }
    }

    private void add(String path, String text) {
        texts.computeIfAbsent(path, key -> new ArrayList<>()).add(text.strip());
    }

    private List<String> all(String path) {
        return texts.getOrDefault(path, List.of());
    }

    /** Whether several nodes may serve the sessions. */
    boolean isDistributable() {
        return texts.containsKey("/web-app/distributable");
    }

    /** Whether servers are to look at nothing but the descriptor. */
    public boolean isMetadataComplete() {
        return all(METADATA_COMPLETE).contains("true");
    }

    /** Whether the descriptor lists the libraries that count, and this one is not among them. */
    public boolean leavesOut(String fragment) {
        return texts.containsKey(ORDERING)
                && !texts.containsKey(ORDERING + "/others")
                && !all(ORDERING + "/name").contains(fragment);
    }

    /** Whether the descriptor maps a servlet. */
    public boolean maps(String servlet) {
        return all("/web-app/servlet-mapping/servlet-name").contains(servlet);
    }

    /** Whether the session's cookie has a name. */
    public boolean namesCookie() {
        return texts.containsKey(COOKIE + "name");
    }

    /** Whether the descriptor says if scripts of a page may read the session's cookie. */
    public boolean saysHttpOnly() {
        return texts.containsKey(COOKIE + "http-only");
    }

    /** Whether the descriptor says how ids travel. */
    public boolean saysTracking() {
        return texts.containsKey(SESSION + "tracking-mode");
    }

    /** The value of the session cookie's SameSite. */
    public Optional<String> sameSite() {
        List<String> names = all(COOKIE + "attribute/attribute-name");
        int place = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList()
                .indexOf("samesite");
        return place < 0
                ? Optional.empty()
                : Optional.of(all(COOKIE + "attribute/attribute-value").get(place));
    }
}
