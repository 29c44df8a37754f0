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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
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
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB|)");
    private static final Pattern URL_PATH = Pattern.compile("[\\w-]+(/[\\w-]+)*");
    private static final Map<String, Long> UNITS =
            Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
    private static final Pattern LOOPBACK = Pattern.compile("(?:127\\.0\\.0\\.1|localhost):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;
    private static final long LARGEST = Integer.MAX_VALUE - 8;
    private static final Duration LONGEST_REFRESH = Duration.ofSeconds(1);
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

    /** Names that a URL has as they are; with a slash before each. */
    String urlPath(String name, String byDefault) {
        return setting(
                name,
                "names of letters, digits, _ and - with a slash between them, such as js or api/scripts",
                "/" + byDefault,
                text -> {
                    require(URL_PATH.matcher(text).matches(), "not a path");
                    return "/" + text;
                });
    }

    Optional<Path> directory(String name) {
        return setting(name, "an existing folder", Optional.empty(), text -> {
            Path folder = Path.of(text).toAbsolutePath();
            require(Files.isDirectory(folder), "not a folder");
            return Optional.of(folder);
        });
    }

    Optional<Path> file(String name) {
        return setting(name, "an existing file", Optional.empty(), text -> {
            Path file = Path.of(text);
            require(Files.isReadable(file), "not a file that can be read");
            return Optional.of(file);
        });
    }

    Duration duration(String name, Duration byDefault) {
        return setting(
                name,
                "an ISO 8601 duration above zero and up to one day, such as PT10S",
                byDefault,
                text -> between(Duration.ofNanos(1), text, LONGEST_RUN));
    }

    /** How late a change may be noticed. */
    Duration refresh(String name, Duration byDefault) {
        return setting(
                name,
                "an ISO 8601 duration from PT0S to PT1S",
                byDefault,
                text -> between(Duration.ZERO, text, LONGEST_REFRESH));
    }

    /** Of a session's life: none by default. */
    Optional<Duration> lifetime(String name) {
        return setting(
                name,
                "an ISO 8601 duration of at least a second and up to 365 days, such as PT8H",
                Optional.empty(),
                text -> Optional.of(between(Duration.ofSeconds(1), text, LONGEST_LIFE)));
    }

    private static Duration between(Duration least, String text, Duration most) {
        return Duration.ofNanos(between(least.toNanos(), Duration.parse(text).toNanos(), most.toNanos()));
    }

    long size(String name, long byDefault) {
        return setting(
                name, "a number of bytes from 1 to " + LARGEST + ", such as 65536 or 64 KiB", byDefault, text -> {
                    Matcher matcher = SIZE.matcher(text);
                    require(matcher.matches(), "not a size");
                    long unit = UNITS.get(matcher.group(2));
                    return between(1, Math.multiplyExact(Long.parseLong(matcher.group(1)), unit), LARGEST);
                });
    }

    /** A whole number from 1. */
    <T> T count(String name, int most, T byDefault, IntFunction<T> result) {
        return setting(
                name,
                "a whole number from 1 to " + most,
                byDefault,
                text -> result.apply((int) between(1, Long.parseLong(text), most)));
    }

    /** Whether the second of two words is given; the first is the default. */
    boolean flag(String name, String no, String yes) {
        return setting(name, no + " or " + yes, false, text -> {
            require(text.equalsIgnoreCase(no) || text.equalsIgnoreCase(yes), "neither");
            return text.equalsIgnoreCase(yes);
        });
    }

    /** A port of the loopback address, for who develops: whoever reaches it can look into all scripts and change what they do. */
    OptionalInt inspectPort(String name, boolean development) {
        String text = text(name).orElse("");
        Matcher matcher = LOOPBACK.matcher(text);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (development && matcher.matches() && Integer.parseInt(matcher.group(1)) <= LAST_PORT) {
            return OptionalInt.of(Integer.parseInt(matcher.group(1)));
        }
        problems.add(Mistake.INSPECT_REFUSED.with(name, text));
        return OptionalInt.empty();
    }

    /** What is separated by commas. */
    List<String> list(String name) {
        return Arrays.stream(text(name).orElse("").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Any text but a blank one. */
    Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(s -> !s.isEmpty());
    }

    <T> T setting(String name, String expected, T byDefault, Conversion<T> conversion) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            return conversion.of(text.get());
        } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            problems.add(Mistake.INVALID_SETTING.because(e, name, text.get(), expected));
            return byDefault;
        }
    }

    static long between(long least, long value, long most) {
        require(value >= least && value <= most, "not between " + least + " and " + most);
        return value;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** What a setting's text means; what it throws says why it means nothing. */
    interface Conversion<T> {
        T of(String text) throws IOException;
    }
}
