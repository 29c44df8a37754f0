// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** A form is read in its order, and what is malformed is told. */
class FormFieldsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a=1 [a=1]",
                "a=1&b=2&a=3 [a=1,b=2,a=3]",
                "a [a=null]",
                "a= [a=]",
                "=1 [=1]",
                "= [=]",
                "&&a=1&& [a=1]",
                "a=b=c [a=b=c]",
                "a+b=c+d [a~b=c~d]",
                "%61%3D=%26%2B [a==&+]",
                "a=%C5%BE [a=ž]",
                "a=ž [a=ž]",
                "a=%c5%be&b=%00 [a=ž,b=\0]",
            })
    void fieldsAreReadInOrder(String form, String fields) {
        assertEquals(fields.replace('~', ' '), read(form, StandardCharsets.UTF_8));
    }

    @Test
    void nothingHasNoFields() {
        assertEquals("[]", read("", StandardCharsets.UTF_8));
    }

    @Test
    void theCharsetIsHeeded() {
        assertEquals("[a=é]", read("a=%E9", StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=50%", "a=5%0", "a=%zz", "a=%1", "a=%-1", "a=%C5", "a=%C0%80", "a=%ED%A0%80", "a=%FF&b=1"})
    void whatIsMalformedIsRefusedByName(String form) {
        String message = Failures.of(Mistake.MALFORMED_FIELD, () -> read("x=1&" + form, StandardCharsets.UTF_8))
                .getMessage();

        assertTrue(message.contains("\"a\"") && message.contains("UTF-8"), message);
    }

    @Test
    void aMalformedNameIsNamedAsSent() {
        String message = Failures.of(Mistake.MALFORMED_FIELD, () -> read("n%ame=1", StandardCharsets.UTF_8))
                .getMessage();

        assertTrue(message.contains("\"n%ame\""), message);
    }

    private static String read(String form, Charset charset) {
        List<String> fields = new ArrayList<>();
        FormFields.read(
                form.getBytes(StandardCharsets.UTF_8),
                charset,
                "form",
                (name, value) -> fields.add(name + "=" + value));
        return "[" + String.join(",", fields) + "]";
    }
}
