// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.util.List;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.ScriptingMessages;
import org.scriptingsession.module.ScriptModule;

/** Says of a run that failed what went wrong and where in the script's own source. */
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

    private GuestFailure() {}

    static ScriptingException translate(String path, PolyglotException e) {
        if (e.isInternalError() || e.isHostException()) {
            return ScriptingMessages.internal(e);
        }
        if (e.isResourceExhausted()) {
            return ScriptingMessages.resourceExhausted(path, String.valueOf(e.getMessage()), e);
        }
        return ScriptingMessages.scriptFailed(location(path, e), message(e), e);
    }

    /** The engine's words for a write to something frozen do not say why it is; and they may quote a whole object. */
    private static String message(PolyglotException e) {
        String message = String.valueOf(e.getMessage());
        String shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
        if (GLOBAL_OBJECT.stream().anyMatch(message::contains)) {
            return shown + FROZEN_GLOBAL_REASON;
        }
        return FROZEN.stream().anyMatch(message::contains) ? shown + FROZEN_REASON : shown;
    }

    /** Where the error arose: the innermost place in a script, past the product's own modules. */
    private static String location(String path, PolyglotException e) {
        SourceSection at = StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
                .filter(StackFrame::isGuestFrame)
                .map(StackFrame::getSourceLocation)
                .filter(GuestFailure::isScript)
                .findFirst()
                .orElse(isScript(e.getSourceLocation()) ? e.getSourceLocation() : null);
        return at == null
                ? path + ":1:1"
                : ScriptModule.pathOf(at.getSource()).substring(1) + ":" + at.getStartLine() + ":"
                        + at.getStartColumn();
    }

    private static boolean isScript(SourceSection section) {
        String path = section == null ? null : ScriptModule.pathOf(section.getSource());
        return path != null && !path.startsWith("/sdk:");
    }
}
