// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {
    @Test
    void theNearestComeFirstAndNoMoreThanThree() {
        assertEquals(
                "\"toll\", \"total\", \"totals\"",
                NearestNames.of("totl", List.of("everything", "toll", "totals", "total")));
    }

    @Test
    void ofNoneThereIsNone() {
        assertEquals("none", NearestNames.of("total", List.of()));
    }
}
