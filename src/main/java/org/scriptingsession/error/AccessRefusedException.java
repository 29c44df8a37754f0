// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** Who asks may not have what was asked for. */
public final class AccessRefusedException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    private final boolean known;

    AccessRefusedException(String id, boolean known, String message) {
        super(id, ErrorCode.FORBIDDEN, message, null);
        this.known = known;
    }

    /** Whether it is known who asks: then another user could be admitted, else logging in may help. */
    public boolean isUserKnown() {
        return known;
    }
}
