// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Ever new locales leave a bounded number of names in ICU, which keeps them for good. In a JVM of its own, because the bound is
 * one for all contexts of a JVM and other tests need it unspent.
 */
class LocaleMemoryIT {
    /** Requests of 2,300 new names each. */
    private static final String REQUESTS = "8";

    /** The 2,000 tags that are let through, a few names for each, and those of the locales there are. */
    private static final int MOST = 10_000;

    @Test
    void namesOfLocalesAreBounded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyLocales.class.getName(),
                        REQUESTS)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        int kept = Pattern.compile("kept (\\d+)")
                .matcher(output)
                .results()
                .map(MatchResult::group)
                .mapToInt(found -> Integer.parseInt(found.substring("kept ".length())))
                .findFirst()
                .orElseThrow();
        assertTrue(kept < MOST, output);
    }
}
