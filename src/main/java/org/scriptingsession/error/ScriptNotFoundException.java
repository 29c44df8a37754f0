// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** There is no script at the path: the caller answers 404. */
public final class ScriptNotFoundException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    ScriptNotFoundException(String id, String message, Throwable cause) {
        super(id, ErrorCode.INTERNAL, message, cause);
    }
}
