// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.scriptingsession.error.ScriptingException;
import org.scriptingsession.error.ScriptingMessages;

/** Says of a run that failed what went wrong and where in the script's own source. */
final class GuestFailure {
    private GuestFailure() {}

    static ScriptingException translate(String path, PolyglotException e) {
        if (e.isInternalError() || e.isHostException()) {
            return ScriptingMessages.internal(e);
        }
        if (e.isResourceExhausted()) {
            return ScriptingMessages.resourceExhausted(path, String.valueOf(e.getMessage()), e);
        }
        return ScriptingMessages.scriptFailed(location(path, e), String.valueOf(e.getMessage()), e);
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
                : at.getSource().getPath().substring(1) + ":" + at.getStartLine() + ":" + at.getStartColumn();
    }

    private static boolean isScript(SourceSection section) {
        String path = section == null ? null : section.getSource().getPath();
        return path != null && !path.startsWith("/sdk:");
    }
}
