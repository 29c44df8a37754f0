// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.engine.contexts.EngineClasses;

/**
 * Refuses a deployment with wrong settings, or in which the product cannot be called; what is wrong is reported at once. Broken
 * scripts are refused by {@link ScriptingStartup}, as soon as the container offers them.
 */
public class ScriptingExtension implements Extension {
    /** The first event there is: until scripts are opened the container has seconds of work of its own. */
    void beginEngine(@Observes BeforeBeanDiscovery event) {
        EngineClasses.begin();
    }

    /** Before beans are validated: of two copies the container would say that each bean is ambiguous. */
    void validatePackaging(@Observes AfterBeanDiscovery event) {
        Packaging.problems(ScriptingExtension.class).stream()
                .map(wrong -> new DeploymentException(wrong.toString(), wrong))
                .forEach(event::addDefinitionError);
    }

    void validateSettings(@Observes AfterDeploymentValidation event) {
        try {
            ScriptingConfigReader.read(ConfigProvider.getConfig());
        } catch (ScriptingException e) {
            Stream.concat(Stream.of(e), Arrays.stream(e.getSuppressed()))
                    .map(wrong -> new DeploymentException(wrong.toString(), wrong))
                    .forEach(event::addDeploymentProblem);
        }
    }
}
