// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.io.IOException;

/** Tells how fast the client of one response takes it, while a thread writes that would wait for the client otherwise. */
public interface ClientFlow {
    /**
     * Whether the server has room for some KiB: until the next write, no write waits for the client.
     *
     * @throws IOException when the client is gone
     */
    boolean takesMore() throws IOException;

    /**
     * From now on writes wait for the client again, or are told of it as Servlet has it (Servlet 6.0, 5.6). Returns whether the
     * server itself has something left that the client has not taken.
     */
    default boolean end() {
        return false;
    }
}
