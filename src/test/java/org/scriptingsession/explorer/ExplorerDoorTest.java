// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
