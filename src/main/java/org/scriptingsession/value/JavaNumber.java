// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of Java as what scripts' numbers are stored as: Integer, Long or Double. */
public final class JavaNumber {
    /** 2^53 - 1, the specification's Number.MAX_SAFE_INTEGER. */
    static final long LARGEST_SAFE_INTEGER = (1L << 53) - 1;

    private JavaNumber() {}

    /** The same number as an Integer, Long or Double; null when none of them holds it. */
    public static Number of(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Double) {
            return number;
        }
        if (number instanceof Short || number instanceof Byte) {
            return number.intValue();
        }
        if (number instanceof Float) {
            // by its digits: 0.1f is meant to be 0.1
            return Double.valueOf(number.toString());
        }
        if (number instanceof BigInteger integer) {
            return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : null;
        }
        double nearest = number.doubleValue();
        if (!(number instanceof BigDecimal) && !Double.isFinite(nearest)) {
            return nearest;
        }
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : decimalOf(number);
        boolean kept = Double.isFinite(nearest) && new BigDecimal(NumberText.of(nearest)).compareTo(exact) == 0;
        return kept ? nearest : null;
    }

    /** Whether a script gets this very number and no neighbour of it. */
    public static boolean isExactInScripts(Number number) {
        return !(number instanceof Long)
                || number.longValue() >= -LARGEST_SAFE_INTEGER && number.longValue() <= LARGEST_SAFE_INTEGER;
    }

    /** Any finite number with all its digits; of AtomicInteger and the like by their text. */
    static BigDecimal decimalOf(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notPrintedAsSuch) {
            return new BigDecimal(number.doubleValue());
        }
    }
}
