// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.ScriptFailedException;
import org.scriptingsession.error.ScriptingMessages;

/** What went wrong in a run, and where in the scripts' own source. */
final class GuestFailure {
    private static final int LONGEST = 500;
    private static final String FROZEN_REASON =
            " (frozen: requests share built-in objects, and a session's value is a copy: store another with session.set)";
    private static final List<String> FROZEN = List.of(
            "TypeError: Cannot add new property",
            "TypeError: Cannot assign to read only property",
            "TypeError: Cannot set property",
            "TypeError: Cannot define property",
            "TypeError: Cannot redefine property",
            "is not a configurable property",
            "TypeError: Cannot set __proto__",
            "TypeError: setPrototype failed");

    private final PolyglotException cause;
    private final String script;
    private final StringBuilder stack = new StringBuilder();
    private SourceSection innermost;

    private GuestFailure(PolyglotException cause, String script) {
        this.cause = cause;
        this.script = script;
        for (StackFrame frame : cause.getPolyglotStackTrace()) {
            if (frame.isGuestFrame() && isOfScript(frame.getSourceLocation())) {
                innermost = innermost == null ? frame.getSourceLocation() : innermost;
                stack.append(System.lineSeparator())
                        .append("    at %s (%s)".formatted(frame.getRootName(), place(frame.getSourceLocation())));
            }
        }
        if (innermost == null && isOfScript(cause.getSourceLocation())) {
            innermost = cause.getSourceLocation();
        }
    }

    /** @param script the name of the script that was run, for a failure at no place of its own */
    static ScriptFailedException of(PolyglotException e, String script) {
        return new GuestFailure(e, script).translate();
    }

    /** Likewise, for a run that was stopped from outside because the heap was nearly full. */
    static ScriptFailedException greedy(PolyglotException e, String script) {
        return ScriptingMessages.resourceExhausted(
                script, "the heap was nearly full", e, new GuestFailure(e, script).stack.toString());
    }

    private ScriptFailedException translate() {
        if (cause.isInternalError() || cause.isHostException()) {
            return ScriptingMessages.internal(cause, cause.isHostException() ? null : stack.toString());
        }
        String message = String.valueOf(cause.getMessage());
        return cause.isResourceExhausted()
                ? ScriptingMessages.resourceExhausted(script, message, cause, stack.toString())
                : ScriptingMessages.scriptFailed(
                        innermost == null ? script + ":1:1" : place(innermost),
                        explained(message),
                        cause,
                        stack.toString());
    }

    /** The engine's words for a write to something frozen do not say why it is; and they may quote a whole object. */
    private static String explained(String message) {
        String shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
        return FROZEN.stream().anyMatch(message::contains) ? shown + FROZEN_REASON : shown;
    }

    private static boolean isOfScript(SourceSection section) {
        return section != null && ScriptModule.isScript(section.getSource());
    }

    private static String place(SourceSection section) {
        String file = section.getSource().getName().substring(1);
        return file + ":" + section.getStartLine() + ":" + section.getStartColumn();
    }
}
