// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a class of JUnit a test of scripts: its methods take a {@link ScriptClient}, a new one for each test. Test classes that
 * say the same here share one application, which lives as long as the tests of the JVM; so do its application-scoped beans.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(ScriptTestExtension.class)
public @interface ScriptTest {
    /** The folder of the scripts, from the working directory; read again whenever a file in it has changed. */
    String scripts() default "src/main/webapp/WEB-INF/scripts";

    /** Settings as in MicroProfile Config, such as {@code "scripting.timeout=PT1S"}. */
    String[] settings() default {};

    /**
     * Classes that run as they are, each a bean with its injection points: beans that scripts import, what they inject, and
     * interceptors. An object of {@link ScriptClient#bean} takes the place of one.
     */
    Class<?>[] beans() default {};

    /**
     * Classes of beans of which tests give the objects: nothing is injected into these classes, so nothing of what they inject
     * need be there, and a call without an object fails. Interceptors and constraints of the class hold for the object.
     */
    Class<?>[] given() default {};

    /** Where the application lies on the server, such as {@code /shop}; empty for the root. */
    String contextPath() default "";
}
