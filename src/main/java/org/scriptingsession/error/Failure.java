// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

import java.util.Optional;
import org.scriptingsession.api.ScriptingException;

/** What the product throws: a mistake of the catalogue that was made. */
public class Failure extends ScriptingException {
    private static final long serialVersionUID = 1L;

    private final Mistake mistake;
    private String stack;

    Failure(Mistake mistake, String message, Throwable cause) {
        super(mistake.id(), mistake.code(), message, cause);
        this.mistake = mistake;
    }

    /** The mistake. */
    public Mistake mistake() {
        return mistake;
    }

    /** The script's own frames, the innermost first, each after a line separator; empty when no script was running. */
    public Optional<String> stack() {
        return Optional.ofNullable(stack);
    }

    Failure at(String frames) {
        stack = frames;
        return this;
    }
}
