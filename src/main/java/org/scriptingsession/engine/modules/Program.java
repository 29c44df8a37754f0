// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import java.util.Collection;

/** What one run evaluates: a module with all it imports, immutable. */
public interface Program {
    /** The module that is run. */
    ScriptModule entry();

    /** The scripts' modules that are evaluated, dependencies first, the entry last; the product's own are not among them. */
    Collection<ScriptModule> modules();

    /** What an import declaration means to one of {@link #modules}. */
    ScriptModule linked(ScriptModule importer, String specifier);

    /**
     * What a specifier means to {@code import()} in a module.
     *
     * @param importer the module's path; code from a string has some other name
     * @param json whether the import has the attribute {@code type: "json"}
     * @throws org.scriptingsession.api.ScriptingException for an import that is refused, not found, or cannot be parsed
     */
    ScriptModule imported(String importer, String specifier, boolean json);
}
