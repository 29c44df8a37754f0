// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers read as ECMAScript prints them. */
class NumberTextTest {
    private static final int TRIALS = 4000;
    private static final long SEED = 20251123;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-1, -1",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1e20, 100000000000000000000",
        "1.5e20, 150000000000000000000",
        "1e21, 1e+21",
        "1.5e21, 1.5e+21",
        "123456789012345680000, 123456789012345680000",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "1.25e-7, 1.25e-7",
        "9007199254740991, 9007199254740991",
        "9007199254740992, 9007199254740992",
        "9007199254740994, 9007199254740994",
        "-9007199254740992, -9007199254740992",
        "2e-323, 2e-323",
        "5e-324, 5e-324",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "2.0e-3, 0.002",
        "9.5e-7, 9.5e-7",
        "5e-5, 0.00005",
        "1e23, 1e+23",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void knownNumbers(double number, String expected) {
        assertEquals(expected, NumberText.of(number));
    }

    @Test
    void anyNumberReadsAsTheEnginePrintsIt() {
        Random random = new Random(SEED);
        try (Engine engine = Engine.newBuilder("js")
                        .option("engine.WarnInterpreterOnly", "false")
                        .build();
                Context context = Context.newBuilder("js").engine(engine).build()) {
            Value oracle = context.eval("js", "(number) => String(number)");
            for (int i = 0; i < TRIALS; i++) {
                double number = number(random, i);
                assertEquals(oracle.execute(number).asString(), NumberText.of(number));
            }
        }
    }

    /** All bit patterns, short decimals, and whole numbers, by turns. */
    private static double number(Random random, int turn) {
        switch (turn % 4) {
            case 0:
                return Double.longBitsToDouble(random.nextLong());
            case 1:
                return random.nextInt(100_000) * Math.pow(10, random.nextInt(50) - 30);
            case 2:
                return Math.scalb(1.0, random.nextInt(2100) - 1070);
            default:
                return random.nextLong();
        }
    }
}
