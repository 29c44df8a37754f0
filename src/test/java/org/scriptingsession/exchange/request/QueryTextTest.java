// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of a dispatch come before the client's. */
class QueryTextTest {
    @ParameterizedTest
    @CsvSource({
        "REQUEST, a=1, b=2, c=3, a=1",
        "REQUEST, , , , ''",
        "REQUEST, a=Å¾, , , a=ž",
        "INCLUDE, a=1, b=2, c=3, b=2&a=1",
        "INCLUDE, , b=2, , b=2",
        "INCLUDE, a=1, , , a=1",
        "FORWARD, a=1, b=2, c=3, a=1&c=3",
        "FORWARD, a=1, , a=1, a=1",
        "FORWARD, , , c=3, c=3",
        "ERROR, a=1, b=2, c=3, a=1"
    })
    void aDispatchHasItsOwnAndTheClients(
            DispatcherType type, String own, String included, String forwarded, String expected) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getDispatcherType" -> type;
                    case "getQueryString" -> own;
                    case "getAttribute" ->
                        arguments[0].equals("jakarta.servlet.include.query_string") ? included : forwarded;
                    default -> throw new UnsupportedOperationException(method.getName());
                });

        assertEquals(expected, QueryText.of(request));
    }
}
