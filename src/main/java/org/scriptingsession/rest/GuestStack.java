// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.ScriptFailedException;

/** What the log and, in development mode, the answer say of a failure. */
final class GuestStack {
    private GuestStack() {}

    /** The message, and the script's own frames or, where no script was running, the cause. */
    static String of(ScriptingException e) {
        String cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
        return e.getMessage()
                + (e instanceof ScriptFailedException failed ? failed.stack().orElse(cause) : cause);
    }
}
