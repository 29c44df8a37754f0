// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import com.oracle.truffle.js.runtime.objects.Undefined;
import org.graalvm.polyglot.Value;

/**
 * The registry of {@code Symbol.for} in one context, which would tell one request what another registered. The context calls
 * this when a script registers a first symbol, so that a run that registers none does not pay for emptying.
 */
final class SymbolRegistry {
    private Value reset;
    private boolean filled;

    /**
     * Empties the registry for the first time: what was registered until now stays for all runs.
     *
     * @param guestFunction drops all symbols registered since
     */
    void emptyWith(Value guestFunction) {
        reset = guestFunction;
        reset.executeVoid();
    }

    /** Drops the symbols registered by the run before. */
    void empty() {
        if (filled) {
            filled = false;
            reset.executeVoid();
        }
    }

    /** A script has registered a first symbol. */
    Object fill() {
        filled = true;
        return Undefined.instance;
    }
}
