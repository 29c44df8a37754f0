// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scriptingsession.error.Mistake;

/** What the log is told of a failed request. */
class ErrorAnswerTest {
    @Test
    void aScriptsMessageWritesNoLineOfItsOwn() {
        assertEquals(
                "a.mjs:1:1: no item a\\n2026-01-01 INFO forged\n    at f (a.mjs:1:1)",
                ErrorAnswer.stack(Mistake.SCRIPT_FAILED.at(
                        "\n    at f (a.mjs:1:1)", null, "a.mjs:1:1", "no item a\n2026-01-01 INFO forged")));
    }

    @Test
    void aCauseWritesNoLineOfItsOwn() {
        assertEquals(
                "The client's connection broke. Stop writing; there is nobody to read."
                        + " (java.lang.Exception: a\\r\\nforged)",
                ErrorAnswer.stack(Mistake.CONNECTION_BROKEN.because(new Exception("a\r\nforged"))));
    }
}
