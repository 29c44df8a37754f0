// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.util.Optional;
import org.scriptingsession.engine.modules.ScriptModule;

/** A place where scripts lie. Paths are absolute within it, such as {@code /shop/cart.mjs}. */
interface ScriptFiles {
    /**
     * The script at a path as it is now; the same object as long as the file has not changed.
     *
     * @return empty when there is none
     * @throws org.scriptingsession.api.ScriptingException when it cannot be read or parsed
     */
    Optional<ScriptModule> find(String path);
}
