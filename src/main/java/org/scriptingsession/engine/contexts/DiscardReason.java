// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import org.graalvm.polyglot.PolyglotException;

/** Why a context is closed instead of lent out again. */
enum DiscardReason {
    /** Its script was stopped at the deadline. */
    DEADLINE,
    /** Its script used too much: statements, memory or stack. */
    RESOURCES,
    /** Its script's top-level await never settled. */
    PENDING,
    /** The engine or the host failed in it. */
    HOST_ERROR,
    /** It could not be cleaned after its run. */
    NOT_CLEAN,
    /** The heap was nearly full, and it may hold memory that a script has hidden in it. */
    HEAP,
    /** It has served {@value ContextPool#MOST_RUNS} runs: a script can hide memory in it, though nothing that can be read. */
    AGE;

    /** Why a context is in doubt after its run threw; null when the script merely failed. */
    static DiscardReason of(PolyglotException e) {
        if (e.isResourceExhausted()) {
            return RESOURCES;
        }
        return e.isCancelled() || e.isInterrupted() || e.isExit() || e.isInternalError() || e.isHostException()
                ? HOST_ERROR
                : null;
    }
}
