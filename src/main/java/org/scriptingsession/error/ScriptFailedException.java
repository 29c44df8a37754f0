// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** The script itself is at fault: the caller answers 500 and logs where. */
public class ScriptFailedException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    ScriptFailedException(String id, String message, Throwable cause) {
        super(id, ErrorCode.INTERNAL, message, cause);
    }
}
