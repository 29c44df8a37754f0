// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.util.Optional;
import java.util.Set;

/** A place where scripts lie. Paths are absolute within it, such as {@code /shop/cart.mjs}. */
interface ScriptFiles {
    /**
     * The script's file at a path as it is now; the same object as long as its text has not changed.
     *
     * @return empty when there is none
     * @throws org.scriptingsession.api.ScriptingException when it, or the place itself, cannot be read
     */
    Optional<ScriptFile> find(String path);

    /** The paths of the scripts that lie here now; empty for a place that does not tell. */
    default Set<String> paths() {
        return Set.of();
    }
}
