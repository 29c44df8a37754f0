// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * One figure that can be read at any time.
 *
 * @param value of the measure's own tag; empty where it has none
 */
public record Figure(Measure measure, String value, Source source) {
    /** Reads the figure; called by threads of the server. */
    @FunctionalInterface
    public interface Source extends DoubleSupplier {}

    /** All tags, by name. */
    Map<String, String> tags(String application) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(Measure.APPLICATION, application);
        measure.tag().ifPresent(tag -> tags.put(tag, value));
        return tags;
    }
}
