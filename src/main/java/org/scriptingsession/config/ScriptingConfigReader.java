// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.scriptingsession.api.ScriptingException;

/** Reads all settings, for CDI once an application; a record cannot be proxied, so its scope is {@link Singleton}. */
@Dependent
public final class ScriptingConfigReader {
    @Produces
    @Singleton
    static ScriptingConfig config() {
        return read(ConfigProvider.getConfig());
    }

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
        boolean development = settings.flag("scripting.development", "false", "true");
        return new ScriptingConfig(
                settings.urlPath("scripting.path", "js"),
                settings.directory("scripting.scripts.directory"),
                settings.refresh("scripting.scripts.refresh", development ? Duration.ZERO : Duration.ofSeconds(1)),
                development,
                settings.inspectPort("scripting.inspect", development),
                settings.duration("scripting.timeout", Duration.ofSeconds(10)),
                contexts(settings),
                settings.setting(
                        "scripting.statements.limit",
                        "a whole number above 0",
                        OptionalLong.empty(),
                        text -> OptionalLong.of(SettingReader.between(1, Long.parseLong(text), Long.MAX_VALUE))),
                request(settings),
                new ResponseConfig(
                        settings.size("scripting.response.memory-bytes", 256L << 10),
                        settings.size("scripting.response.ahead-bytes", 64L << 20)),
                limits(settings, "scripting.session.attribute", 64L << 10, 10_000),
                settings.size("scripting.session.max-bytes", 1L << 20),
                settings.flag("scripting.session.never-expires", "refuse", "allow"),
                settings.list("scripting.session.reserved"),
                limits(settings, "scripting.beans", 2L << 20, 100_000),
                security(settings),
                settings.setting(
                        "scripting.explorer", "off, local, or a role's name", ExplorerConfig.OFF, ExplorerConfig::of));
    }

    private static ContextsConfig contexts(SettingReader settings) {
        int processors = Runtime.getRuntime().availableProcessors();
        return ContextsConfig.of(
                settings.count("scripting.contexts", 1024, Math.max(16, 4 * processors), count -> count),
                settings.duration("scripting.contexts.wait", Duration.ofSeconds(2)),
                settings.count("scripting.contexts.slow-percent", 100, 50, count -> count));
    }

    private static ValueLimits limits(SettingReader settings, String setting, long maxBytes, int maxValues) {
        return new ValueLimits(
                setting,
                settings.size(setting + ".max-bytes", maxBytes),
                settings.count(setting + ".max-values", 1_000_000, maxValues, count -> count));
    }

    private static RequestConfig request(SettingReader settings) {
        return new RequestConfig(
                settings.size("scripting.request.max-bytes", 10L << 20),
                settings.size("scripting.request.memory-bytes", 256L << 10),
                settings.size("scripting.request.arriving-bytes", 1L << 30),
                settings.count("scripting.request.max-parts", 1_000_000, 1000, count -> count),
                settings.count("scripting.request.max-fields", 10_000_000, 100_000, count -> count));
    }

    private static SecurityConfig security(SettingReader settings) {
        return new SecurityConfig(
                settings.flag("scripting.session.cookie.secure", "false", "true"),
                settings.lifetime("scripting.session.max-lifetime"),
                settings.lifetime("scripting.session.renew-id-after"),
                settings.count("scripting.sessions.max", 100_000_000, OptionalInt.empty(), OptionalInt::of),
                settings.count("scripting.sessions.max-per-user", 1_000_000, OptionalInt.empty(), OptionalInt::of),
                settings.flag("scripting.sessions.when-full", "oldest-ends", "newest-refused"),
                settings.text("scripting.sessions.admin-role"),
                settings.list("scripting.encryption.attributes"),
                settings.text("scripting.encryption.keyset"),
                settings.file("scripting.encryption.keyset-file"));
    }
}
