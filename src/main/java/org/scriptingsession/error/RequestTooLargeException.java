// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** The body is larger than a script may read: uncaught by the script, the caller answers 413. */
public final class RequestTooLargeException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    RequestTooLargeException(String id, String message, Throwable cause) {
        super(id, ErrorCode.LIMIT_EXCEEDED, message, cause);
    }
}
