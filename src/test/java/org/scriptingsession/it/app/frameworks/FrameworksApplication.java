// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.frameworks;

import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** A JAX-RS application with a controller of Jakarta MVC. */
@ApplicationPath("mvc")
public class FrameworksApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(NoteController.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.EXPLICIT);
    }
}
