// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Calls the object of the test in place of the bean. The innermost of all interceptors: those of the application, and the checks
 * of constraints, come before an object as before the bean.
 */
@Given
@Interceptor
@Priority(Integer.MAX_VALUE)
class GivenInterceptor implements Serializable {
    // CDI asks for it where beans have a scope that may be passivated; here none is
    private static final long serialVersionUID = 1L;

    @Inject
    private transient TestKitExtension kit;

    @AroundInvoke
    Object call(InvocationContext call) throws Exception {
        Class<?> bean = kit.setup().beanOf(call.getTarget().getClass());
        Object object = ScriptClient.current().map(client -> client.given(bean)).orElse(null);
        if (object != null) {
            return invoke(call.getMethod(), object, call.getParameters());
        }
        if (kit.setup().given().contains(bean)) {
            throw new IllegalStateException("There is no object for %s: give one by client.bean(...) before the call."
                    .formatted(bean.getName()));
        }
        return call.proceed();
    }

    private static Object invoke(Method method, Object object, Object... arguments) throws Exception {
        try {
            // the class itself need not be public
            method.setAccessible(true);
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }
}
