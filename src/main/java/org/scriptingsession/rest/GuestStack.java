// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.module.ScriptModule;

/** The message of a failure and the frames of the script's own code, without the engine's and the server's. */
final class GuestStack {
    private GuestStack() {}

    static String of(ScriptingException e) {
        StringBuilder text = new StringBuilder(e.getMessage());
        if (e.getCause() instanceof PolyglotException guest && guest.isGuestException()) {
            for (StackFrame frame : guest.getPolyglotStackTrace()) {
                if (frame.isGuestFrame() && isOfScript(frame)) {
                    text.append(System.lineSeparator()).append("    at ").append(describe(frame));
                }
            }
        } else if (e.getCause() != null) {
            text.append(" (").append(e.getCause()).append(')');
        }
        return text.toString();
    }

    /** Frames of the product's own modules tell the author nothing. */
    private static boolean isOfScript(StackFrame frame) {
        var location = frame.getSourceLocation();
        String path = location == null ? null : ScriptModule.pathOf(location.getSource());
        return path != null && !path.startsWith("/sdk:");
    }

    private static String describe(StackFrame frame) {
        var location = frame.getSourceLocation();
        String file = ScriptModule.pathOf(location.getSource()).substring(1);
        return "%s (%s:%d:%d)".formatted(frame.getRootName(), file, location.getStartLine(), location.getStartColumn());
    }
}
