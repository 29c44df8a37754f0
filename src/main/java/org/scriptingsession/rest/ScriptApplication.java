// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.scriptingsession.exchange.request.ScriptEntryRequest;

/**
 * Runs the scripts, whatever other JAX-RS applications the WAR has. The path in the annotation is no script's: it is a constant,
 * so the path where scripts answer is added to it while the application starts.
 */
@ApplicationPath(ScriptEntryRequest.APPLICATION)
public class ScriptApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ScriptResource.class, ScriptExceptionMapper.class);
    }

    /** Without Jersey's own {@code application.wadl} among the scripts. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
