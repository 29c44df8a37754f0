// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once an application; a record cannot be proxied, so its scope is {@link Singleton}. */
@ApplicationScoped
class ScriptingConfigProducer {
    @Produces
    @Singleton
    ScriptingConfig config() {
        return ScriptingConfigReader.read(ConfigProvider.getConfig());
    }
}
