// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters of a header as they were sent. */
class HeaderParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form-data; name=\"a\" | a",
                "form-data; NAME = a ; name=b | a",
                "form-data; name=\"a;b=c\"; x=y | a;b=c",
                "form-data; name=\"say \\\"hi\\\"\" | say \"hi\"",
                "form-data; name=\"C:\\a\\b.txt\" | C:\\a\\b.txt",
                "form-data; name=\" a \" | ` a `",
                "form-data; name=\"=?UTF-8?B?eA==?=\" | =?UTF-8?B?eA==?=",
                "a/b; name==?x?B?AAAAA?= | =?x?B?AAAAA?=",
                "form-data; name= | ``",
                "form-data; =b; name; ;; x= | none",
                "name=a | none",
                "form-data; name=\"a | \"a",
                "`` | none",
            })
    void areNotDecoded(String header, String name) {
        Map<String, String> parameters = HeaderParameters.of(header);

        assertEquals(name, parameters.getOrDefault("name", "none"));
    }
}
