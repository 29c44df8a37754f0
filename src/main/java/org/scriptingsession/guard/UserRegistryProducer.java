// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.server.SessionServer;

/** Which sessions each user has: on all nodes where the server lets nodes share that, else on this one. */
@Dependent
class UserRegistryProducer {
    /** Made when it is first asked something: the server is known when the application has started. */
    @Produces
    @ApplicationScoped
    static UserRegistry registry(ScriptingConfig config, SessionEndings endings, Audit audit, SessionServer server) {
        return server.shared()
                .<UserRegistry>map(texts -> new ClusterRegistry(
                        config, endings, audit, server, new UserIndex(texts, System::currentTimeMillis)))
                .orElseGet(() -> new NodeRegistry(config, endings, audit, server));
    }
}
