// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What a server brings, and a test has to bring itself. */
final class RequiredLibraries {
    /** By the class or service that is missing without them. */
    private static final Map<String, String> ARTIFACTS = new LinkedHashMap<>(Map.of(
            "org.jboss.weld.environment.se.Weld", "org.jboss.weld.se:weld-se-core",
            "org.springframework.mock.web.MockHttpServletRequest", "org.springframework:spring-test",
            "org.springframework.http.HttpHeaders", "org.springframework:spring-web",
            "org.eclipse.microprofile.config.Config", "org.eclipse.microprofile.config:microprofile-config-api",
            "META-INF/services/jakarta.json.spi.JsonProvider", "org.eclipse.parsson:parsson",
            "META-INF/services/jakarta.json.bind.spi.JsonbProvider", "org.eclipse:yasson",
            "jakarta.servlet.http.HttpServletRequest", "jakarta.platform:jakarta.jakartaee-api (scope provided)"));

    private RequiredLibraries() {}

    /** @throws ExtensionConfigurationException that names all that are missing */
    static void check(ClassLoader loader) {
        String missing = ARTIFACTS.entrySet().stream()
                .filter(artifact -> !isThere(artifact.getKey(), loader))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ExtensionConfigurationException(
                    "@ScriptTest runs scripts without a server, and lacks what a server brings. Add to the dependencies, with "
                            + "scope test: " + missing);
        }
    }

    private static boolean isThere(String name, ClassLoader loader) {
        return loader.getResource(name.contains("/") ? name : name.replace('.', '/') + ".class") != null;
    }
}
