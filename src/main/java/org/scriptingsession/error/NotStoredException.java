// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** The session of a request was not stored where other nodes find it: the caller answers 503 with {@code Retry-After}. */
public final class NotStoredException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    NotStoredException(int number, String message, Throwable cause) {
        super(ScriptingMessages.id(number), ErrorCode.INTERNAL, message, cause);
    }
}
