// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

/** The script itself is at fault. */
public final class ScriptFailedException extends Failure {
    private static final long serialVersionUID = 1L;

    private String stack = "";

    ScriptFailedException(Mistake mistake, String message, Throwable cause) {
        super(mistake, message, cause);
    }

    /** With the frames of the script's own code, each on a line of its own that begins with a line separator. */
    public ScriptFailedException at(String frames) {
        stack = frames;
        return this;
    }

    /** The frames of the script's own code; empty when there are none. */
    public String stack() {
        return stack;
    }
}
