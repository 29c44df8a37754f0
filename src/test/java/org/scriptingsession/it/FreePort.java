// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback address that nobody listens on now. */
public final class FreePort {
    private FreePort() {}

    /** Below 32768, where Linux takes the ports of outgoing connections from. */
    public static int next() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = 20000 + (int) (Math.random() * 12000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no free port");
    }
}
