// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;

/** What went wrong in a run, and where in the scripts' own source. */
final class GuestFailure {
    private static final int LONGEST = 500;
    private static final String FROZEN_REASON =
            " (frozen: requests share built-in objects, and a session's value is a copy: store another with session.set)";
    private static final String FROZEN_GLOBAL_REASON =
            " (globalThis is frozen: requests share it. Keep the value in a variable of the module and export it; of a package"
                    + " take a build that sets no global, or change the line that does)";
    private static final List<String> GLOBAL_OBJECT =
            List.of("[object global]", "of global{", "Global object is not extensible");
    private static final List<String> FROZEN = List.of(
            "TypeError: Cannot add new property",
            "TypeError: Cannot assign to read only property",
            "TypeError: Cannot set property",
            "TypeError: Cannot define property",
            "TypeError: Cannot redefine property",
            "is not a configurable property",
            "TypeError: Cannot set __proto__",
            "TypeError: setPrototype failed");

    private final StringBuilder stack = new StringBuilder();
    private SourceSection innermost;

    private GuestFailure(PolyglotException cause) {
        for (StackFrame frame : cause.getPolyglotStackTrace()) {
            if (frame.isGuestFrame() && isOfScript(frame.getSourceLocation())) {
                innermost = innermost == null ? frame.getSourceLocation() : innermost;
                stack.append(System.lineSeparator())
                        .append("    at ")
                        .append(LogText.oneLine(
                                "%s (%s)".formatted(frame.getRootName(), place(frame.getSourceLocation()))));
            }
        }
        if (innermost == null && isOfScript(cause.getSourceLocation())) {
            innermost = cause.getSourceLocation();
        }
    }

    /**
     * The product's exception for what ended a run.
     *
     * @param script the name of the script that was run, for a failure at no place of its own
     * @param greed what the run had too much of when it was stopped from outside; null when it was not
     */
    static Failure of(PolyglotException e, String script, String greed) {
        GuestFailure failure = new GuestFailure(e);
        String stack = failure.stack.toString();
        // a server logs what reaches it as it is, message and cause, and the text in them is the script's
        Throwable cause = LogText.harmless(e);
        String message = LogText.oneLine(String.valueOf(e.getMessage()));
        if (greed == null && (e.isInternalError() || e.isHostException())) {
            return Mistake.FAULT.at(e.isHostException() ? null : stack, cause);
        }
        if (greed != null || e.isResourceExhausted()) {
            return Mistake.RESOURCE_EXHAUSTED.at(stack, cause, script, greed == null ? message : greed);
        }
        String place = failure.innermost == null ? script + ":1:1" : place(failure.innermost);
        return Mistake.SCRIPT_FAILED.at(stack, cause, place, explained(message));
    }

    /** The engine's words for a write to something frozen do not say why it is; and they may quote a whole object. */
    private static String explained(String message) {
        String shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
        if (GLOBAL_OBJECT.stream().anyMatch(message::contains)) {
            return shown + FROZEN_GLOBAL_REASON;
        }
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
