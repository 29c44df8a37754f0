// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.scriptingsession.engine.modules.ScriptModule;
import org.scriptingsession.engine.modules.ScriptModule.Binding;

/**
 * What modules export (ECMA-262, ResolveExport of Source Text Module Records).
 *
 * @param targets the module that a specifier means to an importing module
 */
record ModuleExports(BiFunction<ScriptModule, String, ScriptModule> targets) {
    boolean has(ScriptModule module, String name) {
        return origin(module, name, new HashSet<>()) != null;
    }

    /** Where a name comes from that the module has, and passes on from another. */
    Binding way(ScriptModule module, String name) {
        Binding binding = module.exports().indirect().get(name);
        if (binding != null) {
            return binding;
        }
        return module.exports().stars().stream()
                .filter(star -> has(targets.apply(module, star), name))
                .map(star -> new Binding(star, name))
                .findFirst()
                .orElseThrow();
    }

    /** Which binding a name means, as "path name"; null when there is none or two of {@code export *} contradict. */
    private String origin(ScriptModule module, String name, Set<String> visited) {
        String self = module.path() + ' ' + name;
        if (!visited.add(self)) {
            return null;
        }
        if (module.exports().local().contains(name)) {
            return self;
        }
        Binding binding = module.exports().indirect().get(name);
        if (binding != null) {
            ScriptModule target = targets.apply(module, binding.specifier());
            return binding.name() == null ? target.path() + " *" : origin(target, binding.name(), visited);
        }
        return name.equals("default") ? null : originInStars(module, name, visited);
    }

    private String originInStars(ScriptModule module, String name, Set<String> visited) {
        Set<String> found = new HashSet<>();
        for (String specifier : module.exports().stars()) {
            String origin = origin(targets.apply(module, specifier), name, visited);
            if (origin != null) {
                found.add(origin);
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
