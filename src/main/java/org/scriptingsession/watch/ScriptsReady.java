// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** MicroProfile Health's readiness: up when the contexts are warm. */
@Readiness
@ApplicationScoped
public class ScriptsReady implements HealthCheck {
    static final String NAME = "scripting.ready";

    @Inject
    private Watched watched;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(NAME).status(watched.isReady()).build();
    }
}
