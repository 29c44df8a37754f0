// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.SafeInteger;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scriptingsession.api.ScriptingException;

/** Arguments are checked as the engine has them. */
class ArgumentsTest {
    static Stream<Object> noIntegers() {
        return Stream.of(
                1.5,
                -0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                9007199254740992.0,
                BigInt.valueOf(1),
                Strings.fromJavaString("1"),
                true,
                Null.instance,
                Undefined.instance);
    }

    @ParameterizedTest
    @MethodSource("noIntegers")
    void whatIsNoIntegerIsRefused(Object value) {
        Arguments arguments = of(value);

        assertThrows(ScriptingException.class, () -> arguments.integer(0, "It", "an integer"));
        assertThrows(ScriptingException.class, () -> arguments.seconds(0));
    }

    @Test
    void integersOfEveryKindAreTaken() {
        assertEquals(7, of(7).integer(0, "It", "an integer"));
        assertEquals(-7, of(-7.0).integer(0, "It", "an integer"));
        assertEquals(9007199254740991L, of(9007199254740991.0).integer(0, "It", "an integer"));
        assertEquals(1L << 40, of(SafeInteger.valueOf(1L << 40)).integer(0, "It", "an integer"));
        assertEquals(60, of(60.0).seconds(0));
        assertThrows(ScriptingException.class, () -> of(4294967296.0).seconds(0));
    }

    @Test
    void whatIsMissingIsAbsent() {
        assertEquals(true, of().isAbsent(0));
        assertEquals(true, of(Null.instance).isAbsent(0));
        assertEquals(false, of(Strings.fromJavaString("")).isAbsent(0));
        assertEquals(null, of(5).name(0));
        assertThrows(ScriptingException.class, () -> of(5).string(0, "It"));
    }

    /** As the engine calls a function: the receiver and the function come before the arguments. */
    private static Arguments of(Object... values) {
        Object[] frame = new Object[values.length + 2];
        System.arraycopy(values, 0, frame, 2, values.length);
        return new Arguments(frame);
    }
}
