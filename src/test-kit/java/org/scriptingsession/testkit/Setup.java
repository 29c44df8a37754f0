// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.decorator.Decorator;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What tests say of their application. Two that say the same share one.
 *
 * @param settings those of the test before those that fit a test
 * @param beans classes that run as they are
 * @param given classes of which a test gives the objects
 */
record Setup(String contextPath, Map<String, String> settings, Set<Class<?>> beans, Set<Class<?>> given) {
    private static final String FOLDER = "scripting.scripts.directory";

    /** @throws ExtensionConfigurationException for a value that means nothing */
    static Setup of(ScriptTest test) {
        Map<String, String> settings = new HashMap<>();
        // a test changes a file and asks at once
        settings.put("scripting.scripts.refresh", "PT0S");
        // of tests at once, with the engine still cold, none fails for want of patience
        settings.put("scripting.contexts.wait", "PT1M");
        for (String setting : test.settings()) {
            String[] parts = setting.split("=", 2);
            require(
                    parts.length == 2 && !parts[0].isBlank(),
                    "settings = \"%s\": write name=value, such as \"scripting.timeout=PT1S\".",
                    setting);
            settings.put(parts[0].strip(), parts[1].strip());
        }
        require(!settings.containsKey(FOLDER), "settings = \"%s=...\": name the folder by scripts = \"...\".", FOLDER);
        settings.put(FOLDER, folder(test.scripts()).toString());
        require(
                test.contextPath().matches("(/[^/]+)*"),
                "contextPath = \"%s\": begin with a slash and end without, or leave it empty for the root.",
                test.contextPath());
        Set<Class<?>> both = set(test.beans());
        both.retainAll(set(test.given()));
        require(both.isEmpty(), "%s are in beans and in given: leave them in one of them.", both);
        for (Class<?> bean : test.given()) {
            require(
                    !Modifier.isFinal(bean.getModifiers()),
                    "given = %s: it is final, so no object can stand for it. Name it in beans, or let it not be final.",
                    bean.getName());
        }
        return new Setup(test.contextPath(), Map.copyOf(settings), set(test.beans()), set(test.given()));
    }

    private static Path folder(String scripts) {
        Path folder = Path.of(scripts).toAbsolutePath().normalize();
        require(
                Files.isDirectory(folder),
                "scripts = \"%s\": there is no folder %s. The path begins at the working directory, which Maven makes the "
                        + "module's own; an IDE may be set to another.",
                scripts,
                folder);
        return folder;
    }

    private static Set<Class<?>> set(Class<?>... classes) {
        return new LinkedHashSet<>(List.of(classes));
    }

    private static void require(boolean right, String otherwise, Object... arguments) {
        if (!right) {
            throw new ExtensionConfigurationException("@ScriptTest: " + otherwise.formatted(arguments));
        }
    }

    /** Whether a class is no bean by itself, but stands before others. */
    static boolean standsBefore(Class<?> type) {
        return type.isAnnotationPresent(Interceptor.class) || type.isAnnotationPresent(Decorator.class);
    }

    /** The class of the setup that an object stands for, or that a class of the container's was made of. */
    Class<?> beanOf(Class<?> type) {
        List<Class<?>> found = Stream.concat(beans.stream(), given.stream())
                .filter(bean -> bean.isAssignableFrom(type))
                .toList();
        return found.stream()
                .filter(bean -> found.stream().allMatch(other -> other.isAssignableFrom(bean)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        ("%s stands for no bean of the test. Name the bean's class, of which the object must be an instance, "
                                        + "in @ScriptTest(given = ...) or beans; there are: %s")
                                .formatted(type.getName(), names())));
    }

    private String names() {
        return Stream.concat(beans.stream(), given.stream()).map(Class::getName).collect(Collectors.joining(", "));
    }
}
