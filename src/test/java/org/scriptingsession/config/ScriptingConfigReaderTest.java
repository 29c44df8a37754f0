// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** Every setting has its default, takes what is right, and names itself when it is wrong. */
class ScriptingConfigReaderTest {
    @Test
    void theDefaults() {
        ScriptingConfig config = read(Map.of());

        assertEquals(Optional.empty(), config.scriptsDirectory());
        assertEquals(Duration.ofSeconds(1), config.scriptsRefresh());
        assertFalse(config.development());
        assertEquals(Duration.ofSeconds(10), config.timeout());
        assertEquals(
                Math.max(16, 4 * Runtime.getRuntime().availableProcessors()),
                config.contexts().most());
        assertEquals(Duration.ofSeconds(2), config.contexts().patience());
        assertEquals(OptionalLong.empty(), config.statementsLimit());
        assertEquals(new RequestConfig(10L << 20, 256L << 10, 1L << 30, 1000, 100_000), config.request());
        assertEquals(64L << 10, config.attribute().maxBytes());
        assertEquals(10_000, config.attribute().maxValues());
        assertEquals(1L << 20, config.sessionMaxBytes());
        assertFalse(config.neverExpiresAllowed());
        assertEquals(List.of(), config.reservedPrefixes());
    }

    @Test
    void securityIsLeftToTheServerWithoutSettings() {
        assertEquals(
                new SecurityConfig(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        false,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                read(Map.of()).security());
    }

    @Test
    void everySettingOfSecurityIsTaken(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("keyset.json"));
        SecurityConfig security = read(Map.ofEntries(
                        Map.entry("scripting.session.cookie.secure", "true"),
                        Map.entry("scripting.session.max-lifetime", "PT8H"),
                        Map.entry("scripting.session.renew-id-after", "PT10M"),
                        Map.entry("scripting.sessions.max", "5000"),
                        Map.entry("scripting.sessions.max-per-user", "3"),
                        Map.entry("scripting.sessions.when-full", "newest-refused"),
                        Map.entry("scripting.sessions.admin-role", "manager"),
                        Map.entry("scripting.encryption.attributes", "card, secret*"),
                        Map.entry("scripting.encryption.keyset", "{}"),
                        Map.entry("scripting.encryption.keyset-file", file.toString())))
                .security();

        assertEquals(
                new SecurityConfig(
                        true,
                        Optional.of(Duration.ofHours(8)),
                        Optional.of(Duration.ofMinutes(10)),
                        OptionalInt.of(5000),
                        OptionalInt.of(3),
                        true,
                        Optional.of("manager"),
                        List.of("card", "secret*"),
                        Optional.of("{}"),
                        Optional.of(file)),
                security);
    }

    @Test
    void everySettingIsTaken(@TempDir Path folder) throws IOException {
        ScriptingConfig config = read(Map.ofEntries(
                Map.entry("scripting.scripts.directory", folder + "/."),
                Map.entry("scripting.scripts.refresh", "PT0.5S"),
                Map.entry("scripting.development", "TRUE"),
                Map.entry("scripting.timeout", " PT0.5S "),
                Map.entry("scripting.contexts", "1"),
                Map.entry("scripting.contexts.wait", "PT1M"),
                Map.entry("scripting.statements.limit", "5000000000"),
                Map.entry("scripting.request.max-bytes", "1"),
                Map.entry("scripting.session.attribute.max-bytes", "2 KiB"),
                Map.entry("scripting.session.max-bytes", "3MiB"),
                Map.entry("scripting.session.never-expires", "allow"),
                Map.entry("scripting.session.reserved", "my., , other_")));

        assertEquals(Optional.of(folder.toAbsolutePath().resolve(".")), config.scriptsDirectory());
        assertEquals(Duration.ofMillis(500), config.scriptsRefresh());
        assertTrue(config.development());
        assertEquals(Duration.ofMillis(500), config.timeout());
        assertEquals(1, config.contexts().most());
        assertEquals(Duration.ofMinutes(1), config.contexts().patience());
        assertEquals(OptionalLong.of(5_000_000_000L), config.statementsLimit());
        assertEquals(1, config.request().maxBytes());
        assertEquals(2048, config.attribute().maxBytes());
        assertEquals(3L << 20, config.sessionMaxBytes());
        assertTrue(config.neverExpiresAllowed());
        assertEquals(List.of("my.", "other_"), config.reservedPrefixes());
    }

    @ParameterizedTest
    @CsvSource({
        "scripting.development, yes",
        "scripting.scripts.refresh, 1",
        "scripting.scripts.refresh, PT-0.1S",
        "scripting.scripts.refresh, PT1.001S",
        "scripting.timeout, 10",
        "scripting.timeout, PT0S",
        "scripting.timeout, PT-1S",
        "scripting.timeout, PT24H0.001S",
        "scripting.contexts, 0",
        "scripting.contexts, 1025",
        "scripting.contexts, many",
        "scripting.contexts, 1.5",
        "scripting.contexts.wait, 2s",
        "scripting.statements.limit, 0",
        "scripting.statements.limit, -1",
        "scripting.request.max-bytes, 0",
        "scripting.request.max-bytes, 10 MB",
        "scripting.request.max-bytes, 2 GiB",
        "scripting.request.max-bytes, 99999999999999999999",
        "scripting.session.attribute.max-bytes, -5",
        "scripting.session.attribute.max-bytes, all",
        "scripting.session.max-bytes, 999999999999999 GiB",
        "scripting.session.never-expires, true",
        "scripting.session.attribute.max-values, 0",
        "scripting.session.attribute.max-values, 1000001",
        "scripting.session.max-lifetime, PT0.5S",
        "scripting.session.max-lifetime, P366D",
        "scripting.session.renew-id-after, 10",
        "scripting.session.cookie.secure, on",
        "scripting.sessions.max, 0",
        "scripting.sessions.max, 1e9",
        "scripting.sessions.max-per-user, 0",
        "scripting.sessions.when-full, oldest",
        "scripting.encryption.keyset-file, /no/such/file",
        "scripting.scripts.directory, /no/such/folder",
        "scripting.explorer, true",
        "scripting.explorer, On"
    })
    void aWrongSettingIsRefusedByNameAndValue(String name, String value) {
        ScriptingException refused = refused(Map.of(name, value));

        assertEquals("SCRIPTING-0101", refused.id());
        assertTrue(refused.getMessage().contains(name + " is \"" + value + "\""), refused.getMessage());
        assertEquals(0, refused.getSuppressed().length);
    }

    @ParameterizedTest
    @CsvSource({
        "scripting.scripts.refresh, PT0S",
        "scripting.scripts.refresh, PT1S",
        "scripting.timeout, PT24H",
        "scripting.contexts, 1024",
        "scripting.request.max-bytes, 2147483639"
    })
    void theEdgesAreTaken(String name, String value) {
        read(Map.of(name, value));
    }

    @Test
    void theLargestSizeThatAMessageOffersIsTaken() {
        String size = "scripting.request.max-bytes";
        String offered = refused(Map.of(size, "2 GiB")).getMessage().replaceAll(".* to (.*), such as .*", "$1");

        assertEquals(2_147_483_639, read(Map.of(size, offered)).request().maxBytes());
    }

    @Test
    void theExplorerIsOffUnlessItIsForClientsOfThisMachineOrARole() {
        assertFalse(read(Map.of()).explorer().isOn());
        assertFalse(read(Map.of("scripting.explorer", "off")).explorer().isOn());
        assertTrue(read(Map.of("scripting.explorer", "Local")).explorer().isLocal());
        ExplorerConfig managers = read(Map.of("scripting.explorer", "manager")).explorer();
        assertEquals(new ExplorerConfig(true, Optional.of("manager")), managers);
        assertFalse(managers.isLocal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"scripting.timeout", "scripting.contexts", "scripting.scripts.directory", "scripting.explorer"})
    void anEmptySettingIsTheDefault(String name) {
        assertEquals(read(Map.of()), read(Map.of(name, "  ")));
    }

    @Test
    void allWrongSettingsAreReportedTogether() {
        ScriptingException refused = refused(Map.of("scripting.timeout", "x", "scripting.contexts", "y"));

        assertEquals(1, refused.getSuppressed().length);
    }

    @Test
    void inDevelopmentEveryRequestLooksUnlessItIsToldOtherwise() {
        assertEquals(
                Duration.ZERO, read(Map.of("scripting.development", "true")).scriptsRefresh());

        assertEquals(
                Duration.ofSeconds(1),
                read(Map.of("scripting.development", "true", "scripting.scripts.refresh", "PT1S"))
                        .scriptsRefresh());
    }

    /** Where it leads is asked at each look. */
    @Test
    void aFolderKeepsItsNameThoughItIsALink(@TempDir Path temporary) throws IOException {
        Path link = Files.createSymbolicLink(
                temporary.resolve("current"), Files.createDirectory(temporary.resolve("release-7")));

        assertEquals(
                Optional.of(link),
                read(Map.of("scripting.scripts.directory", link.toString())).scriptsDirectory());
    }

    @Test
    void aFileIsNoFolder(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        refused(Map.of("scripting.scripts.directory", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0:9229",
                "192.168.0.1:9229",
                "[::]:9229",
                ":9229",
                "9229",
                "127.0.0.1",
                "127.0.0.1:65536",
                "127.0.0.1:-1",
                "127.0.0.1:9229/x",
                "localhost.example:9229",
                "127.0.0.1:9229\\n"
            })
    void theInspectorListensOnTheLoopbackAddressAlone(String address) {
        Failures.of(
                Mistake.INSPECT_REFUSED,
                () -> read(Map.of("scripting.development", "true", "scripting.inspect", address)));
    }

    @Test
    void theInspectorIsForDevelopment() {
        assertEquals(OptionalInt.empty(), read(Map.of()).inspectPort());
        assertEquals(
                OptionalInt.of(9229),
                read(Map.of("scripting.development", "true", "scripting.inspect", "localhost:9229"))
                        .inspectPort());
        ScriptingException refused =
                Failures.of(Mistake.INSPECT_REFUSED, () -> read(Map.of("scripting.inspect", "127.0.0.1:9229")));
        assertEquals("SCRIPTING-0102", refused.id());
    }

    private static ScriptingException refused(Map<String, String> values) {
        return Failures.of(Mistake.INVALID_SETTING, () -> read(values));
    }

    private static ScriptingConfig read(Map<String, String> values) {
        return ScriptingConfigReader.read(new FixedConfig(values));
    }
}
