// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;

/** The page of settings has those that are read, and the defaults that hold. */
class SettingsPageTest {
    private static final Pattern NOTHING = Pattern.compile("=(Optional(Int|Long)?\\.empty|\\[])");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    @Test
    void itHasEverySettingThatIsReadAndNoOther() {
        assertEquals(read(), new TreeSet<>(documented().keySet()));
    }

    @Test
    void itsDefaultsAreTheReaders() {
        ScriptingConfig byDefault = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        Map<String, String> given = new LinkedHashMap<>();
        documented().forEach((name, value) -> value.ifPresent(text -> given.put(name, text)));
        assertTrue(given.size() > 20, given::toString);

        given.forEach((name, value) -> assertEquals(
                byDefault, ScriptingConfigReader.read(new FixedConfig(Map.of(name, value))), () -> name + "=" + value));
    }

    /** Which of them it is cannot be told from the outside, but how many there are. */
    @Test
    void thoseWithoutDefaultHaveNone() {
        String byDefault = ScriptingConfigReader.read(new FixedConfig(Map.of())).toString();
        // the explorer is off, and so has no role
        String others = byDefault.substring(0, byDefault.indexOf("explorer="));
        long documented = Page.of("src/site/reference/settings.md").pairs("# Settings").entrySet().stream()
                .filter(row -> row.getValue().equals("none"))
                .mapToLong(row -> code(row.getKey()).size())
                .sum();
        assertEquals(NOTHING.matcher(others).results().count(), documented, byDefault);
    }

    /** Names that are no settings, nor those of servers and libraries. */
    static Set<String> unknown(Collection<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeIf(name -> !name.startsWith("scripting."));
        unknown.removeAll(read());
        return unknown;
    }

    /** What the reader asks for. */
    private static Set<String> read() {
        Set<String> asked = new TreeSet<>();
        Config nothing = (Config) java.lang.reflect.Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    asked.add((String) arguments[0]);
                    return Optional.empty();
                });
        ScriptingConfigReader.read(nothing);
        return asked;
    }

    /** Names with their defaults; of a default in words there is none. */
    private static Map<String, Optional<String>> documented() {
        Map<String, Optional<String>> documented = new LinkedHashMap<>();
        Page.of("src/site/reference/settings.md").pairs("# Settings").forEach((names, value) -> {
            Optional<String> byDefault = code(value).stream().findFirst().filter(text -> value.startsWith("`"));
            code(names).forEach(name -> documented.put(name, byDefault));
        });
        return documented;
    }

    private static Set<String> code(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
