// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address or a name of this machine, in the ways that servers and browsers write it. */
class ExplorerDoorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "::1",
                "0:0:0:0:0:0:0:1",
                "::ffff:127.0.0.1",
                "0:0:0:0:0:0:0:1%0",
                "::1%lo"
            })
    void anAddressOfThisMachine(String address) {
        assertTrue(ExplorerDoor.isLoopback(address), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "128.0.0.1",
                "10.0.0.1",
                "127.0.0.1.shop.example",
                "1.27.0.0",
                "::2",
                "fe80::1%lo",
                "::ffff:10.0.0.1",
                "0.0.0.0",
                "::",
                "2130706433",
                "127.1",
                "/run/socket"
            })
    void anAddressOfAnother(String address) {
        assertFalse(ExplorerDoor.isLoopback(address), address);
    }

    @Test
    void noAddressIsNone() {
        assertFalse(ExplorerDoor.isLoopback(null));
        assertFalse(ExplorerDoor.isLoopbackHost(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8080", "::1"})
    void aNameOfThisMachine(String host) {
        assertTrue(ExplorerDoor.isLoopbackHost(host), host);
    }

    /** A page at a name of somebody else's domain that leads here would be of the same origin as the explorer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "localhost.shop.example",
                "127.0.0.1.shop.example",
                "localhost:",
                "localhost:8080:1",
                "localhost@shop.example",
                "xlocalhost",
                "127.0.0",
                "0.0.0.0",
                "[::2]",
                "[::1].shop.example",
                "localhost,shop.example",
                "localhost."
            })
    void aNameOfAnother(String host) {
        assertFalse(ExplorerDoor.isLoopbackHost(host), host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "Via",
                "X-Forwarded-Host",
                "X-Real-IP",
                "X-Client-IP",
                "X-Original-Host",
                "CF-Connecting-IP",
                "True-Client-IP",
                "Proxy-ip"
            })
    void aHeaderOfAProxy(String header) {
        assertTrue(ExplorerDoor.notLocal(request("HTTP/1.1", Map.of("Host", "localhost", header, "x")))
                .isPresent());
    }

    /** As nginx asks that is told {@code proxy_pass http://127.0.0.1:8080} and no more. */
    @Test
    void aProxyThatSaysNothingOfItselfIsKnownByTheProtocol() {
        Map<String, String> headers = Map.of("Host", "127.0.0.1:8080", "Connection", "close");

        assertTrue(ExplorerDoor.notLocal(request("HTTP/1.0", headers)).isPresent());
        assertFalse(ExplorerDoor.notLocal(request("HTTP/1.1", headers)).isPresent());
        assertFalse(ExplorerDoor.notLocal(request("HTTP/2.0", headers)).isPresent());
    }

    @Test
    void aProxyThatChangesTheHostIsKnownByTheOrigin() {
        String host = "127.0.0.1:8080";

        assertTrue(ExplorerDoor.otherHost(request("HTTP/1.1", Map.of("Host", host, "Origin", "https://shop.example")))
                .isPresent());
        assertFalse(ExplorerDoor.otherHost(request("HTTP/1.1", Map.of("Host", host, "Origin", "http://" + host)))
                .isPresent());
        assertFalse(ExplorerDoor.otherHost(request("HTTP/1.1", Map.of("Host", host)))
                .isPresent());
    }

    private static HttpServletRequest request(String protocol, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ExplorerDoorTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> "127.0.0.1";
                    case "getProtocol" -> protocol;
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getHeaders" -> Collections.enumeration(List.of(headers.get(arguments[0])));
                    case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
