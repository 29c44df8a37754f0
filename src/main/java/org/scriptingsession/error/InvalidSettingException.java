// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** A setting cannot be used: the deployment is refused. */
public final class InvalidSettingException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(String id, String message, Throwable cause) {
        super(id, ErrorCode.INTERNAL, message, cause);
    }
}
