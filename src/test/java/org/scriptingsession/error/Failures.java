// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What tests say of failures. */
public final class Failures {
    private Failures() {}

    /** The failure that the work must end with, of this mistake and no other. */
    public static Failure of(Mistake mistake, Executable work) {
        Failure failure = assertThrows(Failure.class, work);
        assertEquals(mistake, failure.mistake());
        return failure;
    }
}
