// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the product's POM says, as it stands there. */
record Pom(Document document) {
    static Pom read() {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("pom.xml").toFile()));
        } catch (Exception e) {
            throw new IllegalStateException("pom.xml cannot be read", e);
        }
    }

    String version() {
        return text(document.getDocumentElement(), "version");
    }

    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        for (Node node : children(child(document.getDocumentElement(), "properties"))) {
            properties.put(node.getNodeName(), node.getTextContent());
        }
        return properties;
    }

    /** {@code artifactId} and scope of what is declared, in profiles, too; not what is only managed. */
    Map<String, String> dependencies() {
        Map<String, String> found = new TreeMap<>();
        for (Element dependency : elements("dependency")) {
            Node above = dependency.getParentNode().getParentNode();
            if (List.of("project", "profile").contains(above.getNodeName())) {
                found.merge(
                        text(dependency, "artifactId"),
                        scope(dependency),
                        (one, other) -> one.contains(other) ? one : one + ", " + other);
            }
        }
        return found;
    }

    /** The {@code artifactId} of each plugin that is named anywhere. */
    List<String> plugins() {
        return elements("plugin").stream()
                .map(plugin -> text(plugin, "artifactId"))
                .distinct()
                .sorted()
                .toList();
    }

    private static String scope(Element dependency) {
        String scope = text(dependency, "scope");
        return scope.isEmpty() ? "compile" : scope;
    }

    private List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        for (Node node : children(parent)) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent();
            }
        }
        return "";
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(node -> node.getNodeName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
