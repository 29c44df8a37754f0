// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** The script's deadline passed and it was stopped: the caller answers 503. */
public final class ScriptTimeoutException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    ScriptTimeoutException(String id, String message, Throwable cause) {
        super(id, ErrorCode.INTERNAL, message, cause);
    }
}
