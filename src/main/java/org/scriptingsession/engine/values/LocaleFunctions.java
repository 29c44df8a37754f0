// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.graalvm.shadowed.com.ibm.icu.util.ULocale;

/**
 * The host's side of locales in {@code bound.js}. ICU keeps what it makes for a locale under a key that it never drops, for
 * all contexts together; so the different keys of all contexts are counted here together.
 */
final class LocaleFunctions {
    /** Locale with calendar, numbering system or collation: ICU keeps up to 70 kB for one. */
    static final int MOST_COMBINATIONS = 500;

    /** Tags of locales that ICU has no data for: some kB for one. */
    static final int MOST_TAGS = 2_000;

    private static final BoundedNames COMBINATIONS = new BoundedNames(MOST_COMBINATIONS);
    private static final BoundedNames TAGS = new BoundedNames(MOST_TAGS);
    private static final String AVAILABLE = available();

    private LocaleFunctions() {}

    static void addTo(Map<String, HostFunction> functions) {
        functions.put("intl.locales", (call, args) -> AVAILABLE);
        functions.put("intl.admits", (call, args) -> {
            BoundedNames names = args.string(0, "The kind").equals("tag") ? TAGS : COMBINATIONS;
            return names.admits(args.string(1, "The name"));
        });
    }

    /** As the engine has it: ICU's own, and those with a script also without it. */
    private static String available() {
        Set<String> tags = new LinkedHashSet<>();
        for (ULocale locale : ULocale.getAvailableLocales()) {
            tags.add(locale.toLanguageTag());
            if (!locale.getScript().isEmpty()) {
                tags.add(new Locale(locale.getLanguage(), locale.getCountry()).toLanguageTag());
            }
        }
        return String.join(" ", tags);
    }
}
