// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.Config;
import org.scriptingsession.api.ScriptingException;

/** Reads all settings. */
public final class ScriptingConfigReader {
    private ScriptingConfigReader() {}

    /**
     * Reads every setting.
     *
     * @throws ScriptingException for the first wrong setting; the others are its suppressed exceptions
     */
    public static ScriptingConfig read(Config config) {
        SettingReader settings = new SettingReader(config);
        ScriptingConfig result = readAll(settings);
        if (!settings.problems().isEmpty()) {
            ScriptingException first = settings.problems().get(0);
            settings.problems().stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return result;
    }

    private static ScriptingConfig readAll(SettingReader settings) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new ScriptingConfig(
                settings.directory("scripting.scripts.directory"),
                settings.setting("scripting.development", "true or false", false, SettingReader::bool),
                settings.duration("scripting.timeout", Duration.ofSeconds(10)),
                settings.setting(
                        "scripting.contexts", "a whole number from 1 to 1024", Math.max(16, 4 * processors), text ->
                                (int) SettingReader.between(1, Long.parseLong(text), 1024)),
                settings.duration("scripting.contexts.wait", Duration.ofSeconds(2)),
                settings.setting(
                        "scripting.statements.limit",
                        "a whole number above 0",
                        OptionalLong.empty(),
                        text -> OptionalLong.of(SettingReader.between(1, Long.parseLong(text), Long.MAX_VALUE))),
                settings.size("scripting.request.max-bytes", 10L << 20),
                settings.size("scripting.session.attribute.max-bytes", 64L << 10),
                settings.setting(
                        "scripting.session.attribute.max-values", "a whole number from 1 to 1000000", 10_000, text ->
                                (int) SettingReader.between(1, Long.parseLong(text), 1_000_000)),
                settings.size("scripting.session.max-bytes", 1L << 20),
                settings.setting(
                        "scripting.session.never-expires",
                        "refuse or allow",
                        false,
                        text -> SettingReader.choice(text, "refuse", "allow") == 1),
                settings.setting(
                        "scripting.session.reserved",
                        "prefixes of attribute names, separated by commas",
                        List.of(),
                        SettingReader::list),
                security(settings));
    }

    private static SecurityConfig security(SettingReader settings) {
        return new SecurityConfig(
                settings.setting("scripting.session.cookie.secure", "true or false", false, SettingReader::bool),
                settings.lifetime("scripting.session.max-lifetime"),
                settings.lifetime("scripting.session.renew-id-after"),
                settings.count("scripting.sessions.max", 100_000_000),
                settings.count("scripting.sessions.max-per-user", 1_000_000),
                settings.setting(
                        "scripting.sessions.when-full",
                        "oldest-ends or newest-refused",
                        false,
                        text -> SettingReader.choice(text, "oldest-ends", "newest-refused") == 1),
                settings.setting("scripting.sessions.admin-role", "a role", Optional.empty(), Optional::of),
                settings.setting(
                        "scripting.encryption.attributes",
                        "names of attributes, separated by commas; an asterisk at the end stands for any ending",
                        List.of(),
                        SettingReader::list),
                settings.setting(
                        "scripting.encryption.keyset", "a Tink keyset as JSON", Optional.empty(), Optional::of),
                settings.setting(
                        "scripting.encryption.keyset-file", "an existing file", Optional.empty(), SettingReader::file));
    }
}
