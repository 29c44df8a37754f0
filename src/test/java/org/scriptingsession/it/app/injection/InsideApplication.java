// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The JAX-RS application of {@link InsideResource}. */
@ApplicationPath("rest")
public class InsideApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(InsideResource.class);
    }
}
