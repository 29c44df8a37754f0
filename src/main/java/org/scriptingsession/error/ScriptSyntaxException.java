// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

/** The script cannot be parsed; for a script that imports it at run time a {@code SyntaxError}. */
public final class ScriptSyntaxException extends ScriptFailedException {
    private static final long serialVersionUID = 1L;

    ScriptSyntaxException(String id, String message) {
        super(id, message, null);
    }
}
