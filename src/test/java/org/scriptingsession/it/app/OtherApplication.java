// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** A JAX-RS application beside that of the scripts. */
@ApplicationPath("rest")
public class OtherApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(OtherResource.class);
    }
}
