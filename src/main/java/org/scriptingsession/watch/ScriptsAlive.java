// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** MicroProfile Health's liveness: down when only a restart helps. */
@Liveness
@ApplicationScoped
public class ScriptsAlive implements HealthCheck {
    static final String NAME = "scripting.alive";

    @Inject
    private Watched watched;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(NAME).status(watched.isAlive()).build();
    }
}
