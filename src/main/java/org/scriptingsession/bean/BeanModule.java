// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bean;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;

/** A bean that scripts import, and how CDI gives it. */
final class BeanModule {
    private final String name;
    private final Bean<?> bean;
    private final Class<?> type;
    private final BeanManager manager;
    private final boolean isNormal;

    /** Looks the same for all runs: a proxy of CDI that finds the instance of the current call. */
    private volatile Object proxy;

    /** @param type the one of the bean's types by which it is had */
    BeanModule(String name, Bean<?> bean, Class<?> type, BeanManager manager) {
        this.name = name;
        this.bean = bean;
        this.type = type;
        this.manager = manager;
        this.isNormal = manager.isNormalScope(bean.getScope());
    }

    String name() {
        return name;
    }

    /** Whether one reference serves all runs. */
    boolean isNormal() {
        return isNormal;
    }

    /** @throws RuntimeException of the container, for a class that it can make no proxy of */
    Object proxy() {
        if (proxy == null) {
            proxy = create(creation());
        }
        return proxy;
    }

    CreationalContext<?> creation() {
        return manager.createCreationalContext(bean);
    }

    Object create(CreationalContext<?> creation) {
        return manager.getReference(bean, type, creation);
    }
}
