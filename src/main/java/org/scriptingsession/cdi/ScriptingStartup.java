// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.bean.BeanModules;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.contexts.ContextPool;
import org.scriptingsession.engine.contexts.EngineClasses;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.rest.ScriptApplication;
import org.scriptingsession.script.ScriptRepository;
import org.scriptingsession.script.ScriptValidator;
import org.scriptingsession.server.SessionServers;
import org.scriptingsession.watch.Metrics;
import org.scriptingsession.watch.Watched;

/**
 * Opens the application's scripts, refuses broken ones and warms the contexts, before the first request.
 *
 * <p>Scripts are resources of the web application, which containers offer after CDI has validated the deployment. An initializer
 * that throws stops the deployment on both servers; an observer of {@code @Initialized(ApplicationScoped.class)} does not on
 * Payara.
 */
@Dependent
public class ScriptingStartup {
    private static final System.Logger LOGGER = System.getLogger(ScriptingStartup.class.getName());
    private static final String PRODUCT = "org.scriptingsession.";
    private static final String STARTED = ScriptingStartup.class.getName();

    private static final Set<Class<?>> JAX_RS = new ScriptApplication().getClasses();

    @Inject
    private ScriptRepository repository;

    @Inject
    private ScriptValidator validator;

    @Inject
    private ContextPool pool;

    @Inject
    private BeanManager beans;

    @Inject
    private SessionServers servers;

    @Inject
    private BeanModules modules;

    @Inject
    private ScriptingConfig config;

    @Inject
    private Metrics metrics;

    /** For the health checks. */
    @Produces
    static Watched watched(ContextPool pool) {
        return pool.watched();
    }

    /** The modules that the extension has found. */
    @Produces
    @Singleton
    static BeanModules modules(ScriptingExtension extension, BeanManager beans) {
        return extension.modules(beans);
    }

    /** Called by {@link ScriptingInitializer}. */
    void start(ServletContext application) {
        EngineClasses.initialize();
        open(application, () -> {
            createBeans();
            pool.warm(application.getContextPath());
            metrics.show(pool.watched(), application.getContextPath());
        });
        LOGGER.log(
                Level.INFO,
                () -> StartMessage.of(
                        config,
                        application.getContextPath(),
                        repository.packagedPaths().size(),
                        servers.server().sharesSessions(),
                        EngineClasses.compileScripts()));
    }

    /**
     * Opens server and scripts and warms nothing, so that what is needed is made when it is first asked for: for the test kit,
     * which has a few calls to serve and whose user waits for the first. To be called once.
     */
    public void open(ServletContext application) {
        open(application, () -> {});
    }

    private void open(ServletContext application, Runnable warming) {
        servers.open(application);
        try {
            application.setAttribute(STARTED, true);
            openScripts(application);
            warming.run();
        } catch (RuntimeException | Error refused) {
            servers.close();
            throw refused;
        }
    }

    private void openScripts(ServletContext application) {
        repository.open(application);
        List<ScriptingException> problems = new ArrayList<>(modules.problems());
        problems.addAll(validator.validate());
        if (!problems.isEmpty()) {
            DeploymentException refused = new DeploymentException(problems.stream()
                    .map(ScriptingException::toString)
                    .collect(Collectors.joining(System.lineSeparator())));
            problems.forEach(refused::addSuppressed);
            throw refused;
        }
    }

    /** The last who can tell, whatever kept the server from calling the initializer. */
    static void check(@Observes @Initialized(ApplicationScoped.class) Object module) {
        if (module instanceof ServletContext application && application.getAttribute(STARTED) == null) {
            throw Mistake.NOT_STARTED.with(ScriptingInitializer.class.getName());
        }
    }

    /**
     * Makes the product's beans of the application's scope, with their client proxies. Left to themselves they come with the
     * first request, and generating the classes of their proxies is half of what that costs.
     */
    private void createBeans() {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getScope() == ApplicationScoped.class
                    && bean.getBeanClass().getName().startsWith(PRODUCT)
                    // not what a method of the class produces
                    && bean.getTypes().contains(bean.getBeanClass())) {
                create(bean);
            }
        }
    }

    private <T> void create(Bean<T> bean) {
        CreationalContext<T> creation = beans.createCreationalContext(bean);
        // RESTEasy fills the fields of what JAX-RS makes, and would begin with all providers of the application
        // before there is a ServletContext for them: Krazo's ask for it and fail
        if (!JAX_RS.contains(bean.getBeanClass())) {
            beans.getContext(ApplicationScoped.class).get(bean, creation);
        }
        beans.getReference(bean, bean.getBeanClass(), creation);
    }
}
