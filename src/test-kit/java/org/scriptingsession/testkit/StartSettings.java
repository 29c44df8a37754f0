// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * MicroProfile Config as the product asks it: once, in the thread that starts an application. Everybody else goes on with the
 * implementation that the tests may have on their class path.
 */
final class StartSettings extends ConfigProviderResolver {
    private static final ThreadLocal<Config> STARTING = new ThreadLocal<>();
    private static boolean installed;

    private final ConfigProviderResolver others;

    private StartSettings(ConfigProviderResolver others) {
        this.others = others;
    }

    /** Starts with these settings. */
    static <T> T during(Map<String, String> settings, Supplier<T> start) {
        install();
        STARTING.set(new Settings(settings));
        try {
            return start.get();
        } finally {
            STARTING.remove();
        }
    }

    private static synchronized void install() {
        if (!installed) {
            setInstance(new StartSettings(other()));
            installed = true;
        }
    }

    /** Null where there is no implementation. */
    private static ConfigProviderResolver other() {
        try {
            return instance();
        } catch (IllegalStateException none) {
            return null;
        }
    }

    private ConfigProviderResolver others() {
        if (others == null) {
            throw new IllegalStateException(
                    "There is no implementation of MicroProfile Config on the test's class path. "
                            + "@ScriptTest(settings = ...) is for settings of scripts alone.");
        }
        return others;
    }

    @Override
    public Config getConfig() {
        Config starting = STARTING.get();
        return starting == null ? others().getConfig() : starting;
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        return others().getConfig(loader);
    }

    @Override
    public ConfigBuilder getBuilder() {
        return others().getBuilder();
    }

    @Override
    public void registerConfig(Config config, ClassLoader loader) {
        others().registerConfig(config, loader);
    }

    @Override
    public void releaseConfig(Config config) {
        others().releaseConfig(config);
    }

    /** Strings, which the product converts itself. */
    private record Settings(Map<String, String> values) implements Config {
        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(values.get(name)).map(type::cast);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            return getOptionalValue(name, type).orElseThrow(NoSuchElementException::new);
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return Set.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new IllegalArgumentException("not a " + type);
        }
    }
}
