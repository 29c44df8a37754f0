// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.scriptingsession.api.ScriptingException;

/** Answers a request whose session could not be read or stored, where no component of the application can. */
public interface Refusal {
    /** Sends the error in place of what was written; cuts the connection when the client has been told something else already. */
    void answer(HttpServletRequest request, HttpServletResponse response, ScriptingException reason) throws IOException;
}
