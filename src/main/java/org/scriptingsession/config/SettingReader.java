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
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;

/**
 * Reads single settings from MicroProfile Config, and gathers what is wrong with them.
 *
 * <p>Values are taken as strings and converted here rather than by the configuration's own converters, so that a wrong one
 * is reported by its name, in the same words on every server, and all wrong ones together.
 */
final class SettingReader {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB)?");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
    private static final long LARGEST = Integer.MAX_VALUE - 8;
    private static final Duration LONGEST_RUN = Duration.ofDays(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(365);

    private final Config config;
    private final List<ScriptingException> problems = new ArrayList<>();

    SettingReader(Config config) {
        this.config = config;
    }

    /** The wrong settings so far. */
    List<ScriptingException> problems() {
        return problems;
    }

    Optional<Path> directory(String name) {
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

    static Optional<Path> file(String text) {
        Path file = Path.of(text);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("not a file that can be read");
        }
        return Optional.of(file);
    }

    Duration duration(String name, Duration byDefault) {
        return setting(
                name,
                "an ISO 8601 duration above zero and up to one day, such as PT10S",
                byDefault,
                text -> atMost(LONGEST_RUN, text));
    }

    /** Of a session's life: none by default. */
    Optional<Duration> lifetime(String name) {
        return setting(
                name,
                "an ISO 8601 duration of at least a second and up to 365 days, such as PT8H",
                Optional.empty(),
                text -> {
                    Duration duration = atMost(LONGEST_LIFE, text);
                    between(1, duration.toSeconds(), Long.MAX_VALUE);
                    return Optional.of(duration);
                });
    }

    private static Duration atMost(Duration longest, String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(longest) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }

    /** A number of things: none by default. */
    OptionalInt count(String name, int most) {
        return setting(
                name,
                "a whole number from 1 to " + most,
                OptionalInt.empty(),
                text -> OptionalInt.of((int) between(1, Long.parseLong(text), most)));
    }

    long size(String name, long byDefault) {
        return setting(name, "a number of bytes from 1 to 2 GiB, such as 65536 or 64 KiB", byDefault, text -> {
            Matcher matcher = SIZE.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a size");
            }
            String unit = matcher.group(2) == null ? "B" : matcher.group(2);
            return between(1, Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.get(unit)), LARGEST);
        });
    }

    <T> T setting(String name, String expected, T byDefault, Function<String, T> conversion) {
        Optional<String> text =
                config.getOptionalValue(name, String.class).map(String::strip).filter(s -> !s.isEmpty());
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            return conversion.apply(text.get());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            problems.add(Mistake.INVALID_SETTING.because(e, name, text.get(), expected));
            return byDefault;
        }
    }

    static boolean bool(String text) {
        return choice(text, "false", "true") == 1;
    }

    static int choice(String text, String... choices) {
        int index = Arrays.asList(choices).indexOf(text.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw new IllegalArgumentException("not one of " + Arrays.toString(choices));
        }
        return index;
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    static long between(long least, long value, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("not between " + least + " and " + most);
        }
        return value;
    }
}
