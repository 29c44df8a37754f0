// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** No context became free in time: the caller answers 503 with {@code Retry-After}. */
public final class ContextsExhaustedException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    ContextsExhaustedException(String id, String message, Throwable cause) {
        super(id, ErrorCode.INTERNAL, message, cause);
    }
}
