// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as ECMAScript prints them (ECMA-262, Number::toString with radix 10). */
final class NumberText {
    private static final double EXACT = 1L << 53;
    private static final int ENOUGH_DIGITS = 17;
    private static final int MOST_INTEGER_DIGITS = 21;
    private static final int MOST_LEADING_ZEROS = 6;

    private NumberText() {}

    static String of(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            return Long.toString((long) number);
        }
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (number < 0 ? "-" : "") + layOut(digits, point);
    }

    /**
     * The fewest digits that read back as the same double, and of those the nearest. {@code Double.toString} gives more
     * digits than needed before JDK 19 (JDK-4511638).
     */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            // above a power of two the doubles lie wider than below it: the next decimal up may do where the nearest
            // does not
            for (RoundingMode rounding : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
                BigDecimal rounded = exact.round(new MathContext(digits, rounding));
                if (rounded.doubleValue() == number) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    /** Steps 6 to 11 of Number::toString; {@code point} is the specification's n. */
    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= MOST_INTEGER_DIGITS) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= MOST_INTEGER_DIGITS) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-MOST_LEADING_ZEROS < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return digits.charAt(0) + (count == 1 ? "" : "." + digits.substring(1)) + exponent;
    }
}
