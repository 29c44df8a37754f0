// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bean;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scriptingsession.api.ScriptingException;

/**
 * All beans of the application that scripts import.
 *
 * @param methods of all modules
 * @param exports the names of what each module exports, by the module's name; those with problems, too
 * @param problems what is wrong with beans that are annotated as modules, a problem each, with class and method
 */
public record BeanModules(
        List<BeanMethod> methods, Map<String, Set<String>> exports, List<ScriptingException> problems) {
    /** Those of an application that has none. */
    public static final BeanModules NONE = new BeanModules(List.of(), Map.of(), List.of());

    /** Copies the lists, so that the record is immutable. */
    public BeanModules {
        methods = List.copyOf(methods);
        exports = Map.copyOf(exports);
        problems = List.copyOf(problems);
    }
}
