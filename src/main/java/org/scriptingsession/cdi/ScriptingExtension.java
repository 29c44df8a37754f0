// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.scriptingsession.api.ScriptModule;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.bean.BeanModules;
import org.scriptingsession.bean.BeanReader;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.engine.contexts.EngineClasses;
import org.scriptingsession.engine.contexts.EngineVersion;

/**
 * Refuses a deployment with wrong settings, or in which the product cannot be called; what is wrong is reported at once. Broken
 * scripts are refused by {@link ScriptingStartup}, as soon as the container offers them.
 */
public class ScriptingExtension implements Extension {
    private final Map<Bean<?>, AnnotatedType<?>> modules = new LinkedHashMap<>();

    /**
     * The first event there is: until scripts are opened the container has seconds of work of its own. The test kit, whose user
     * would wait for it, overrides it.
     */
    protected void beginEngine(@Observes BeforeBeanDiscovery event) {
        EngineVersion.require();
        EngineClasses.begin();
    }

    /**
     * Before beans are validated: of two copies the container would say that each bean is ambiguous. The test kit, whose
     * applications are no WAR, overrides it.
     */
    protected void validatePackaging(@Observes AfterBeanDiscovery event) {
        Packaging.problems(ScriptingExtension.class).stream()
                .map(wrong -> new DeploymentException(wrong.toString(), wrong))
                .forEach(event::addDefinitionError);
    }

    /** Beans that scripts import; enterprise beans among them. */
    void collect(@Observes ProcessManagedBean<?> event) {
        AnnotatedType<?> type = event.getAnnotatedBeanClass();
        if (type.isAnnotationPresent(ScriptModule.class)) {
            modules.put(event.getBean(), type);
        }
    }

    /** Problems of beans are reported by {@link ScriptingStartup}, with those of scripts. */
    protected BeanModules modules(BeanManager manager) {
        BeanReader reader = new BeanReader(manager);
        modules.forEach(reader::read);
        return reader.modules();
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
