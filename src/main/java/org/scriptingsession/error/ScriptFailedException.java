// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import java.util.Optional;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;

/** The script itself is at fault: the caller answers 500 and logs where. */
public final class ScriptFailedException extends ScriptingException {
    private static final long serialVersionUID = 1L;

    private final String stack;

    ScriptFailedException(String id, String message, Throwable cause) {
        this(id, message, cause, null);
    }

    ScriptFailedException(String id, String message, Throwable cause, String stack) {
        super(id, ErrorCode.INTERNAL, message, cause);
        this.stack = stack;
    }

    /** The script's own frames, the innermost first, each on a line of its own; empty when no script was running. */
    public Optional<String> stack() {
        return Optional.ofNullable(stack);
    }
}
