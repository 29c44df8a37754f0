// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;

/**
 * Makes the product's beans of the application's scope, with their client proxies. Left to themselves they come with the first
 * request, and generating the classes of their proxies is half of what that costs.
 */
@Dependent
class ProductBeans {
    private static final String PRODUCT = "org.scriptingsession.";

    @Inject
    private BeanManager manager;

    void create() {
        Context application = manager.getContext(ApplicationScoped.class);
        for (Bean<?> bean : manager.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getScope() == ApplicationScoped.class
                    && bean.getBeanClass().getName().startsWith(PRODUCT)
                    // not what a method of the class produces
                    && bean.getTypes().contains(bean.getBeanClass())) {
                create(bean, application);
            }
        }
    }

    private <T> void create(Bean<T> bean, Context application) {
        CreationalContext<T> creation = manager.createCreationalContext(bean);
        application.get(bean, creation);
        manager.getReference(bean, bean.getBeanClass(), creation);
    }
}
