// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.InjectionTarget;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionTarget;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.scriptingsession.cdi.ScriptingExtension;
import org.scriptingsession.exchange.Exchange;

/** The product's own extension, and what makes CDI SE a server for it and for the beans of tests. */
class TestKitExtension extends ScriptingExtension {
    private static final String PRODUCT = "org.scriptingsession.";
    private static final Set<Class<?>> ASKING_FOR_OTHERS =
            Set.of(Inject.class, PostConstruct.class, PreDestroy.class, Observes.class, ObservesAsync.class);

    private final Setup setup;
    private final ServerResources resources;

    TestKitExtension(Setup setup, ServerResources resources) {
        this.setup = setup;
        this.resources = resources;
    }

    Setup setup() {
        return setup;
    }

    /** No observer: most of the engine's classes are of no use to the few scripts of a test. */
    @Override
    protected void beginEngine(BeforeBeanDiscovery event) {
        // they are initialized when they are needed
    }

    /** No observer: the classes lie in no web application. */
    @Override
    protected void validatePackaging(AfterBeanDiscovery event) {
        // nothing to look at
    }

    /** The product's classes are found as in its archive, whose beans are annotated. */
    <T> void choose(@Observes ProcessAnnotatedType<T> event, BeanManager manager) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        if (setup.beans().contains(type) || setup.given().contains(type)) {
            prepare(event.configureAnnotatedType(), type);
        } else if (type.getPackageName().startsWith(PRODUCT)
                && type != GivenInterceptor.class
                && Arrays.stream(type.getAnnotations()).noneMatch(found -> manager.isScope(found.annotationType()))) {
            event.veto();
        }
    }

    private void prepare(AnnotatedTypeConfigurator<?> bean, Class<?> type) {
        if (!Setup.standsBefore(type) && !Modifier.isFinal(type.getModifiers())) {
            bean.add(GivenLiteral.INSTANCE);
        }
        if (setup.given().contains(type)) {
            Predicate<Annotation> asks = found -> ASKING_FOR_OTHERS.contains(found.annotationType());
            bean.fields().forEach(field -> field.remove(asks));
            bean.constructors().forEach(constructor -> constructor.remove(asks));
            bean.methods().forEach(method -> {
                method.remove(asks);
                method.params().forEach(parameter -> parameter.remove(asks));
            });
        }
    }

    <T> void giveResources(@Observes ProcessInjectionTarget<T> event) {
        event.setInjectionTarget(new Filled<>(event.getInjectionTarget(), resources));
    }

    /** What a web container has as beans. */
    void addServletBeans(@Observes AfterBeanDiscovery event) {
        event.addContext(new ClientScope(SessionScoped.class));
        event.<HttpServletRequest>addBean()
                .addTransitiveTypeClosure(HttpServletRequest.class)
                .scope(RequestScoped.class)
                .createWith(creation -> request());
        event.<HttpSession>addBean()
                .addTransitiveTypeClosure(HttpSession.class)
                .scope(RequestScoped.class)
                .createWith(creation -> request().getSession());
    }

    private static HttpServletRequest request() {
        return Exchange.current()
                .map(Exchange::request)
                .orElseThrow(() -> new IllegalStateException("no request of a test is served in this thread"));
    }

    private static final class GivenLiteral extends AnnotationLiteral<Given> implements Given {
        private static final long serialVersionUID = 1L;
        static final GivenLiteral INSTANCE = new GivenLiteral();
    }

    /** Sets after CDI what a server would set. */
    private record Filled<T>(InjectionTarget<T> target, ServerResources resources) implements InjectionTarget<T> {
        @Override
        public T produce(CreationalContext<T> creation) {
            return target.produce(creation);
        }

        @Override
        public void inject(T instance, CreationalContext<T> creation) {
            target.inject(instance, creation);
            resources.fill(instance);
        }

        @Override
        public void postConstruct(T instance) {
            target.postConstruct(instance);
        }

        @Override
        public void preDestroy(T instance) {
            target.preDestroy(instance);
        }

        @Override
        public void dispose(T instance) {
            target.dispose(instance);
        }

        @Override
        public Set<InjectionPoint> getInjectionPoints() {
            return target.getInjectionPoints();
        }
    }
}
