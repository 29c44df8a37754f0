// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether there is an explorer, and for whom.
 *
 * @param isOn whether there is one; else its paths are the application's
 * @param role whose users may look; empty for clients of this machine, whoever they are
 */
public record ExplorerConfig(boolean isOn, Optional<String> role) {
    /** There is none. */
    public static final ExplorerConfig OFF = new ExplorerConfig(false, Optional.empty());

    /** For clients of this machine. */
    static final ExplorerConfig LOCAL = new ExplorerConfig(true, Optional.empty());

    /** What somebody writes who takes the setting for a switch: a role of this name would let nobody in, and not say so. */
    private static final Set<String> SWITCHES = Set.of("true", "false", "on", "yes", "no", "none");

    /** @throws IllegalArgumentException for what is neither a word of the setting's nor a role */
    static ExplorerConfig of(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (SWITCHES.contains(word)) {
            throw new IllegalArgumentException("no switch");
        }
        return switch (word) {
            case "off" -> OFF;
            case "local" -> LOCAL;
            default -> new ExplorerConfig(true, Optional.of(text));
        };
    }

    /** Whether clients of this machine may look, and nobody else. */
    public boolean isLocal() {
        return isOn && role.isEmpty();
    }
}
