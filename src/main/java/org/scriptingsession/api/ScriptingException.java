// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/**
 * The root of everything the product throws: a number ({@code SCRIPTING-0401}), a message that says what to do, and the
 * code a script reads.
 */
public abstract class ScriptingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final ErrorCode code;

    protected ScriptingException(String id, ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.id = id;
        this.code = code;
    }

    /** The number in the catalogue, such as {@code SCRIPTING-0401}; it stays the same when the wording changes. */
    public String id() {
        return id;
    }

    /** What a script finds in the error's {@code code}. */
    public ErrorCode code() {
        return code;
    }

    @Override
    public String toString() {
        return id + ": " + getMessage();
    }
}
