// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test its {@link ScriptClient}, and all tests of a {@link Setup} the application that it asks. */
class ScriptTestExtension implements ParameterResolver {
    private static final Namespace TESTS = Namespace.create(ScriptTestExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ScriptClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "A ScriptClient is of one test: take it as a parameter of the test, or of @BeforeEach and @AfterEach.");
        }
        // of the test's own context, so that @BeforeEach and the test get the same
        return context.getStore(TESTS)
                .getOrComputeIfAbsent(Held.class, key -> new Held(new ScriptClient(application(context))), Held.class)
                .client;
    }

    /** Started by the first test that asks, closed with the root's store after the last test of the JVM. */
    private static TestApplication application(ExtensionContext context) {
        return context.getRoot()
                .getStore(TESTS)
                .getOrComputeIfAbsent(
                        Setup.of(annotation(context.getRequiredTestClass())),
                        ScriptTestExtension::start,
                        TestApplication.class);
    }

    /** What is missing is told before the first class that needs it is linked. */
    private static TestApplication start(Setup setup) {
        RequiredLibraries.check(ScriptTestExtension.class.getClassLoader());
        return TestApplication.start(setup);
    }

    private static ScriptTest annotation(Class<?> test) {
        for (Class<?> at = test; at != null; at = at.getEnclosingClass()) {
            Optional<ScriptTest> found = AnnotationSupport.findAnnotation(at, ScriptTest.class);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ExtensionConfigurationException(
                test.getName() + " takes a ScriptClient: annotate it with @ScriptTest.");
    }

    /** Until the test is over: sessions that nobody has any more would count where settings limit them. */
    private record Held(ScriptClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.leave();
        }
    }
}
