// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scriptingsession.api.ScriptingException;

/** The catalogue: one number, status and text for each mistake. */
class MistakeTest {
    @Test
    void noNumberStandsTwice() {
        Set<String> ids = new HashSet<>();
        Arrays.stream(Mistake.values()).forEach(mistake -> assertTrue(ids.add(mistake.id()), mistake.name()));
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void everyTextSaysWhatToDoAndTakesItsArguments(Mistake mistake) {
        Failure failure = mistake.with(7, 8, 9);

        assertFalse(failure.getMessage().contains("%"), failure.getMessage());
        assertEquals(mistake, Mistake.of(failure));
        assertEquals(mistake.id() + ": " + failure.getMessage(), failure.toString());
        assertNull(failure.getCause());
    }

    @Test
    void theCauseIsKept() {
        IllegalStateException cause = new IllegalStateException("x");

        assertSame(cause, Mistake.FAULT.because(cause).getCause());
    }

    @Test
    void whatTheClientMayTryAgainIsToldSo() {
        assertTrue(Mistake.NO_FREE_CONTEXT.mayPass() && Mistake.STOOD_STILL.mayPass());
        assertFalse(Mistake.DEADLINE_PASSED.mayPass() || Mistake.NO_SCRIPT.mayPass());
    }

    @Test
    void callersTellApartWhatTheyActOn() {
        assertInstanceOf(NotStoredException.class, Mistake.GRID_UNREACHABLE.with());
        assertInstanceOf(AccessRefusedException.class, Mistake.TOO_MANY_SESSIONS.with(3));
    }

    @Test
    void anExceptionOfNoMistakeIsAFault() {
        assertEquals(Mistake.FAULT, Mistake.of(new ScriptingException("X", Mistake.FAULT.code(), "x", null) {
            private static final long serialVersionUID = 1L;
        }));
    }
}
