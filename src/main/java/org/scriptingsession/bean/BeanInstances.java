// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bean;

import jakarta.enterprise.context.spi.CreationalContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The beans that one run of a script has called: those that live for it alone are destroyed with it. */
public final class BeanInstances implements AutoCloseable {
    private final Map<BeanModule, Object> references = new HashMap<>();
    private final List<CreationalContext<?>> creations = new ArrayList<>();

    Object of(BeanModule module) {
        return module.isNormal() ? module.proxy() : references.computeIfAbsent(module, this::create);
    }

    private Object create(BeanModule module) {
        CreationalContext<?> creation = module.creation();
        try {
            Object made = module.create(creation);
            creations.add(creation);
            return made;
        } catch (RuntimeException notMade) {
            creation.release();
            throw notMade;
        }
    }

    @Override
    public void close() {
        creations.forEach(CreationalContext::release);
        creations.clear();
        references.clear();
    }
}
