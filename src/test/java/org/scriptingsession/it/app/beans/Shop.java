// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** A parameter and a result of each kind of type. */
@ApplicationScoped
@ScriptModule("it/shop")
public class Shop {
    private final byte[] logo = {1, 2, 3};

    @Export
    public String greet(String name) {
        return "Hello " + name;
    }

    @Export
    public int add(int a, int b) {
        return a + b;
    }

    @Export
    public Long twice(Long value) {
        return value == null ? null : 2 * value;
    }

    @Export
    public double half(double value) {
        return value / 2;
    }

    @Export
    public BigDecimal total(List<Line> lines) {
        return lines.stream()
                .map(line -> line.price().multiply(BigDecimal.valueOf(line.count())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Export
    public Map<String, Line> byName(List<Line> lines) {
        Map<String, Line> found = new LinkedHashMap<>();
        lines.forEach(line -> found.put(line.name(), line));
        return found;
    }

    @Export
    public int count(Map<String, List<Line>> lines) {
        return lines.values().stream()
                .flatMap(List::stream)
                .mapToInt(Line::count)
                .sum();
    }

    @Export
    public Line[] reversed(Line[] lines) {
        Line[] reversed = new Line[lines.length];
        Arrays.setAll(reversed, i -> lines[lines.length - 1 - i]);
        return reversed;
    }

    @Export
    public Set<String> distinct(Set<String> names) {
        return new TreeSet<>(names);
    }

    @Export
    public Optional<Line> find(String name) {
        return Optional.of(new Line(name, new BigDecimal("1.50"), 1)).filter(line -> !name.isEmpty());
    }

    @Export
    public String given(Optional<Integer> number) {
        return number.map(there -> "number " + there).orElse("none");
    }

    @Export
    public void nothing() {
        // and returns nothing
    }

    @Export
    public String absent() {
        return null;
    }

    @Export
    public byte[] backwards(byte[] bytes) {
        byte[] backwards = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            backwards[i] = bytes[bytes.length - 1 - i];
        }
        return backwards;
    }

    @Export
    public Instant later(Instant time) {
        return time.plusSeconds(1);
    }

    @Export
    public Date earlier(Date time) {
        return new Date(time.getTime() - 1000);
    }

    @Export
    public LocalDate tomorrow(LocalDate day) {
        return day.plusDays(1);
    }

    @Export
    public DayOfWeek next(DayOfWeek day) {
        return day.plus(1);
    }

    @Export
    public UUID same(UUID id) {
        return id;
    }

    @Export
    public Object any(Object value) {
        return value;
    }

    @Export
    public String kind(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName();
    }

    @Export
    public char upper(char letter) {
        return Character.toUpperCase(letter);
    }

    /** Its own array, which scripts must not get hold of. */
    @Export
    public byte[] logo() {
        return logo;
    }

    @Export
    public Set<Instant> times() {
        return Set.of(Instant.EPOCH);
    }

    @Export
    public List<byte[]> pages(List<byte[]> pages) {
        return pages;
    }

    @Export
    public OptionalInt number(boolean there) {
        return there ? OptionalInt.of(7) : OptionalInt.empty();
    }

    @Export
    public int bounded(List<? extends Line> lines) {
        return lines.stream().mapToInt(Line::count).sum();
    }

    @Export
    public Locale locale(Locale locale) {
        return locale;
    }

    @Export
    public float narrow(float value) {
        return value;
    }

    /** A word of ECMAScript's own. */
    @Export
    public String delete(String name) {
        return name + " deleted";
    }

    /** Not for scripts. */
    public String hidden() {
        return "hidden";
    }

    /** A line of an order. */
    public record Line(String name, BigDecimal price, int count) {}
}
