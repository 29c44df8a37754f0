// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.io.IOException;

/** The end of a response, which the client does not see before the session is stored. */
@FunctionalInterface
public interface ResponseEnd {
    /** Lets the client see it. */
    void complete() throws IOException;
}
