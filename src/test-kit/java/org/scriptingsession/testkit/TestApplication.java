// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.cdi.ScriptingStartup;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.engine.contexts.ContextPool;
import org.scriptingsession.exchange.ErrorAnswer;
import org.scriptingsession.guard.SessionFilter;
import org.scriptingsession.guard.SessionGuard;
import org.scriptingsession.guard.SessionListener;
import org.scriptingsession.rest.ScriptResource;
import org.scriptingsession.script.PooledScriptRunner;
import org.scriptingsession.sdk.SdkPreludeProducer;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.server.SessionServers;
import org.scriptingsession.session.CurrentSession;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.watch.Metrics;
import org.scriptingsession.watch.Tracing;
import org.springframework.mock.web.MockHttpServletResponse;

/** The product in a container of CDI, started as at deployment, and ready for calls of any number of clients. */
final class TestApplication implements AutoCloseable {
    /** One of each room that has beans. */
    private static final List<Class<?>> ROOMS = List.of(
            ScriptResource.class,
            PooledScriptRunner.class,
            SdkPreludeProducer.class,
            ContextPool.class,
            SessionGuard.class,
            CurrentSession.class,
            ErrorAnswer.class,
            AttributeSeal.class,
            AttributeValues.class,
            SessionServers.class,
            Audit.class,
            ScriptingConfigReader.class,
            ScriptingStartup.class);

    /** Checks constraints, which servers bring along; it is found where the tests have it. */
    private static final String VALIDATION = "org.hibernate.validator.";

    /** How Weld says that there is no bean for an injection point. */
    private static final String UNSATISFIED = "WELD-001408";

    private final Setup setup;
    private final ServerResources resources = new ServerResources();
    private final TestServletContext context = new TestServletContext();
    private final SeContainer container;
    private final SessionFilter filter;
    private final String path;

    private TestApplication(Setup setup) {
        this.setup = setup;
        SeContainerInitializer initializer = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new TestKitExtension(setup, resources))
                .addBeanClasses(GivenInterceptor.class)
                // without the room's other beans, which are for what servers have
                .addBeanClasses(Metrics.class, Tracing.class);
        ROOMS.forEach(room -> initializer.addPackages(room));
        setup.beans().forEach(initializer::addBeanClasses);
        setup.given().forEach(initializer::addBeanClasses);
        ServiceLoader.load(Extension.class).stream()
                .filter(extension -> extension.type().getName().startsWith(VALIDATION))
                .forEach(extension -> initializer.addExtensions(extension.get()));
        container = initializer.initialize();
        checkBeans();
        context.listen(make(SessionListener.class));
        context.setContextPath(setup.contextPath());
        bean(ScriptingStartup.class).open(context);
        path = bean(ScriptingConfig.class).path();
        filter = make(SessionFilter.class);
        filter.init();
    }

    /** Starts one; close it, or leave that to the end of the JVM. */
    static TestApplication start(Setup setup) {
        try {
            return StartSettings.during(setup.settings(), () -> new TestApplication(setup));
        } catch (DefinitionException | DeploymentException refused) {
            String hint = String.valueOf(refused.getMessage()).contains(UNSATISFIED)
                    ? "\nA bean that injects what the test cannot give belongs in @ScriptTest(given = ...)."
                    : "";
            throw new IllegalStateException(
                    "The application of the test does not start: " + refused.getMessage() + hint, refused);
        }
    }

    /** CDI says nothing of a class of which it makes no bean. */
    private void checkBeans() {
        Stream.concat(setup.beans().stream(), setup.given().stream())
                .filter(type -> !Setup.standsBefore(type))
                .filter(type -> container
                        .getBeanManager()
                        .getBeans(type, Any.Literal.INSTANCE)
                        .isEmpty())
                .findFirst()
                .ifPresent(type -> {
                    throw new IllegalArgumentException(
                            "CDI makes no bean of %s: it must be a class that is not abstract, with"
                                            .formatted(type.getName())
                                    + " a constructor without parameters, or in beans = ... one with @Inject.");
                });
    }

    Setup setup() {
        return setup;
    }

    TestServletContext context() {
        return context;
    }

    /** Where scripts answer, below the application's own path. */
    String path() {
        return path;
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    /** What servers make themselves: it is injected, and no bean. */
    private <T> T make(Class<T> component) {
        return new Unmanaged<>(container.getBeanManager(), component)
                .newInstance()
                .produce()
                .inject()
                .postConstruct()
                .get();
    }

    /** Serves a call as a server does, from the product's filter on. */
    void serve(ClientRequest request, MockHttpServletResponse response, FilterChain components)
            throws IOException, ServletException {
        Instance<RequestContextController> controllers = container.select(RequestContextController.class);
        RequestContextController scope = controllers.get();
        boolean outermost = scope.activate();
        try {
            filter.doFilter(request, response, components);
        } finally {
            if (outermost) {
                scope.deactivate();
            }
            controllers.destroy(scope);
        }
    }

    @Override
    public void close() {
        try {
            container.close();
        } finally {
            resources.close();
        }
    }
}
