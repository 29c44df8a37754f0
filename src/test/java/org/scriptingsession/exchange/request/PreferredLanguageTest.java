// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.config.RequestConfig;

/** Which language a client prefers; what it has written wrong does not count. */
class PreferredLanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cs | cs",
                "en;q=0.5, cs-cz | cs-CZ",
                "en;q=0.5, cs;q=0.5 | en",
                "en_US;q=x, de;q=0.1 | de",
                "*, fr | fr",
                "it;q=0, sl;q=0.001 | sl",
                " sr-Latn-RS ; q=1 | sr-Latn-RS",
            })
    void theOneOfTheGreatestWeight(String header, String language) {
        assertEquals(language, locale(header).toLanguageTag());
    }

    @Test
    void ofSeveralHeadersAllCount() {
        assertEquals("de", locale("en;q=0.5", "de").toLanguageTag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "en_US;q=x", ";;", "en;q=2", ",", "-"})
    void withoutAnyItIsTheServers(String header) {
        assertEquals(Locale.getDefault(), locale(header));
        assertEquals(Locale.getDefault(), locale());
    }

    private static Locale locale(String... headers) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                PreferredLanguageTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getHeaders") ? Collections.enumeration(List.of(headers)) : null);
        return new ScriptingRequest(request, "/", "", null, new RequestConfig(1, 1, 1, 1, 1)).getLocale();
    }
}
