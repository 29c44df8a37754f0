// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.scriptingsession.error.ScriptingException;
import org.scriptingsession.error.ScriptingMessages;

/**
 * Reads the settings from MicroProfile Config.
 *
 * <p>Values are taken as strings and converted here rather than by the configuration's own converters, so that a wrong one
 * is reported by its name, in the same words on every server, and all wrong ones together.
 */
public final class ScriptingConfigReader {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB)?");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
    private static final long LARGEST = Integer.MAX_VALUE - 8;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Config config;
    private final List<ScriptingException> problems = new ArrayList<>();

    private ScriptingConfigReader(Config config) {
        this.config = config;
    }

    /**
     * Reads every setting.
     *
     * @throws ScriptingException for the first wrong setting; the others are its suppressed exceptions
     */
    public static ScriptingConfig read(Config config) {
        ScriptingConfigReader reader = new ScriptingConfigReader(config);
        ScriptingConfig result = reader.readAll();
        if (!reader.problems.isEmpty()) {
            ScriptingException first = reader.problems.get(0);
            reader.problems.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return result;
    }

    private ScriptingConfig readAll() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new ScriptingConfig(
                directory("scripting.scripts.directory"),
                setting("scripting.development", "true or false", false, ScriptingConfigReader::bool),
                duration("scripting.timeout", Duration.ofSeconds(10)),
                setting("scripting.contexts", "a whole number from 1 to 1024", Math.max(16, 4 * processors), text ->
                        (int) between(1, Long.parseLong(text), 1024)),
                duration("scripting.contexts.wait", Duration.ofSeconds(2)),
                setting(
                        "scripting.statements.limit",
                        "a whole number above 0",
                        OptionalLong.empty(),
                        text -> OptionalLong.of(between(1, Long.parseLong(text), Long.MAX_VALUE))),
                size("scripting.request.max-bytes", 10L << 20),
                size("scripting.session.attribute.max-bytes", 64L << 10),
                setting("scripting.session.attribute.max-values", "a whole number from 1 to 1000000", 10_000, text ->
                        (int) between(1, Long.parseLong(text), 1_000_000)),
                size("scripting.session.max-bytes", 1L << 20),
                setting(
                        "scripting.session.never-expires",
                        "refuse or allow",
                        false,
                        text -> choice(text, "refuse", "allow") == 1),
                setting(
                        "scripting.session.reserved",
                        "prefixes of attribute names, separated by commas",
                        List.of(),
                        ScriptingConfigReader::prefixes));
    }

    private Optional<Path> directory(String name) {
        return setting(name, "an existing folder", Optional.empty(), text -> {
            try {
                Path real = Path.of(text).toRealPath();
                if (!Files.isDirectory(real)) {
                    throw new IllegalArgumentException("not a folder");
                }
                return Optional.of(real);
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    private Duration duration(String name, Duration byDefault) {
        return setting(name, "an ISO 8601 duration above zero and up to one day, such as PT10S", byDefault, text -> {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("out of range");
            }
            return duration;
        });
    }

    private long size(String name, long byDefault) {
        return setting(name, "a number of bytes from 1 to 2 GiB, such as 65536 or 64 KiB", byDefault, text -> {
            Matcher matcher = SIZE.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a size");
            }
            String unit = matcher.group(2) == null ? "B" : matcher.group(2);
            return between(1, Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.get(unit)), LARGEST);
        });
    }

    private <T> T setting(String name, String expected, T byDefault, Function<String, T> conversion) {
        Optional<String> text =
                config.getOptionalValue(name, String.class).map(String::strip).filter(s -> !s.isEmpty());
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            return conversion.apply(text.get());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            problems.add(ScriptingMessages.invalidSetting(name, text.get(), expected, e));
            return byDefault;
        }
    }

    private static boolean bool(String text) {
        return choice(text, "false", "true") == 1;
    }

    private static int choice(String text, String... choices) {
        int index = Arrays.asList(choices).indexOf(text.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new IllegalArgumentException("not one of " + Arrays.toString(choices));
        }
        return index;
    }

    private static List<String> prefixes(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(prefix -> !prefix.isEmpty())
                .toList();
    }

    private static long between(long least, long value, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("not between " + least + " and " + most);
        }
        return value;
    }
}
