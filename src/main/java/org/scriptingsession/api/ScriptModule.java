// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean that scripts import as {@code "beans/<name>"}: its methods with {@link Export} are the module's exports, and the
 * default export is a frozen object of all of them. They are called through CDI, with interceptors and decorators. A bean of a
 * normal scope is that of the request; one of the scope {@code @Dependent}, which is that of a class without another one, lives
 * for one run of a script.
 */
@Documented
@Stereotype
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ScriptModule {
    /** One or more names of letters, digits, {@code _} and {@code -} with a slash between them, such as {@code shop/cart}. */
    String value();
}
