// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.scriptingsession.api.ScriptingException;

/**
 * What a server needs to know of an application that starts.
 *
 * @param context the application, as its listeners get it
 * @param distributable whether several nodes may serve its sessions
 * @param standstill tells when this node stood still; watches only a distributable application
 * @param renewedIds the ids that clients may still send
 * @param refusal answers requests that no component can
 */
public record StartingApplication(
        ServletContext context, boolean distributable, Standstill standstill, RenewedIds renewedIds, Refusal refusal) {

    /** Knows the ids that were renewed a moment ago on this node, and that clients may still send. */
    public interface RenewedIds {
        /** The id that took the place of another; empty when none did, or too long ago. */
        Optional<String> renewed(String formerId);
    }

    /** Answers a request whose session could not be read or stored, where no component of the application can. */
    public interface Refusal {
        /** Sends the error in place of what was written; cuts the connection when the client was told something else already. */
        void answer(HttpServletRequest request, HttpServletResponse response, ScriptingException reason)
                throws IOException;
    }
}
