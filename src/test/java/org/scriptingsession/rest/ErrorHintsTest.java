// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a source itself says of the mistake in it. */
class ErrorHintsTest {
    @Test
    void aCallOfAnAsyncFunctionWithoutAwaitIsNamed() {
        assertEquals(
                List.of("The function price is async, and line 3 calls it without await."),
                ErrorHints.missingAwaits("async function price() {}\nawait price();\nconst p = price();\n"));
        assertEquals(
                List.of("The function price is async, and line 2 calls it without await."),
                ErrorHints.missingAwaits("const price = async () => 1;\nprice().toFixed();\n"));
    }

    /** Such as a picture in hexadecimal digits: each request that fails would keep a processor for a minute. */
    @Test
    void aLongWordInTheSourceTakesNoLongTime() {
        String source = "const picture = \"" + "a".repeat(1_000_000) + "\";\nnull.x();\n";

        assertEquals(
                List.of(), assertTimeoutPreemptively(Duration.ofSeconds(5), () -> ErrorHints.missingAwaits(source)));
    }
}
