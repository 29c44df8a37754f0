// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates as ECMAScript prints them (ECMA-262, 21.4.1.32 Date Time String Format), which is ISO 8601 in UTC. */
final class DateText {
    private static final DateTimeFormatter AFTER_YEAR = DateTimeFormatter.ofPattern("-MM-dd'T'HH:mm:ss.SSSX");
    private static final int LAST_PLAIN_YEAR = 9999;

    private DateText() {}

    static String of(Instant instant) {
        OffsetDateTime date = instant.atOffset(ZoneOffset.UTC);
        int year = date.getYear();
        String text = year >= 0 && year <= LAST_PLAIN_YEAR
                ? "%04d".formatted(year)
                : "%s%06d".formatted(year < 0 ? "-" : "+", Math.abs(year));
        return text + AFTER_YEAR.format(date);
    }
}
