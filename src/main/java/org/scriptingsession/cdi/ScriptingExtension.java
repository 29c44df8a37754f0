// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.ScriptingException;
import org.scriptingsession.script.ScriptValidator;

/** Refuses a deployment with wrong settings or broken scripts, and says all that is wrong at once. */
public class ScriptingExtension implements Extension {
    void validateSettings(@Observes AfterDeploymentValidation event) {
        try {
            ScriptingConfigReader.read(ConfigProvider.getConfig());
        } catch (ScriptingException e) {
            event.addDeploymentProblem(asProblem(e));
            for (Throwable other : e.getSuppressed()) {
                event.addDeploymentProblem(asProblem(other));
            }
        }
    }

    /**
     * Scripts are resources of the web application, which the container offers only now; throwing here stops the deployment
     * as well.
     */
    void validateScripts(
            @Observes @Initialized(ApplicationScoped.class) ServletContext application, BeanManager beans) {
        List<ScriptingException> problems =
                beans.createInstance().select(ScriptValidator.class).get().validate();
        if (!problems.isEmpty()) {
            DeploymentException refused = new DeploymentException(problems.stream()
                    .map(ScriptingException::toString)
                    .collect(Collectors.joining(System.lineSeparator())));
            problems.forEach(refused::addSuppressed);
            throw refused;
        }
    }

    private static DeploymentException asProblem(Throwable e) {
        return new DeploymentException(e.toString(), e);
    }
}
