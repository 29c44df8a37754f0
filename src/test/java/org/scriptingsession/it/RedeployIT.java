// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.redeploy.JvmFigures;
import org.scriptingsession.it.redeploy.ManagedServer;
import org.scriptingsession.it.redeploy.MicroServer;
import org.scriptingsession.it.redeploy.RedeployingServer;
import org.scriptingsession.it.redeploy.Traffic;
import org.scriptingsession.it.redeploy.Waiter;

/** An application that is deployed again and again, with the engine in its own libraries, leaves nothing in the server. */
@ExtendWith(ArquillianExtension.class)
class RedeployIT {
    private static final String APPLICATION = "application";
    private static final int ROUNDS = Integer.getInteger("redeploy.rounds", 5);

    /** What the server makes once: its pools of threads, its caches. */
    private static final int SETTLED = 2;

    /**
     * The last one, of whose classes the JDK itself keeps some until another's come (a cache of method handles), and one in whose
     * time Payara's pool of managed threads made a thread: threads inherit an access control context.
     */
    private static final int MOST_APPLICATIONS = 2;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** A round that leaves its classes leaves 28 MB. */
    private static final long MORE_KILOBYTES = 12_000;

    private static final int MORE_THREADS_OR_FILES = 5;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return Deployments.library("redeploy").addClasses(Waiter.class, Waiter.Call.class);
    }

    @Test
    void nothingIsLeft() throws InterruptedException {
        Set<String> answers = new HashSet<>();
        try (RedeployingServer server = server()) {
            for (int round = 0; round < SETTLED; round++) {
                answers.addAll(serve(server));
            }
            JvmFigures before = settled(server);
            for (int round = 0; round < ROUNDS; round++) {
                answers.addAll(serve(server));
            }
            JvmFigures after = settled(server);
            System.out.printf("== %d redeploys: %s, then %s, answers %s%n", ROUNDS, before, after, answers);

            String figures = before + ", then " + after + "\n" + server.log();
            assertTrue(after.applications() <= MOST_APPLICATIONS, figures);
            assertTrue(after.metaspaceKilobytes() <= before.metaspaceKilobytes() + MORE_KILOBYTES, figures);
            assertTrue(after.threads() <= before.threads() + MORE_THREADS_OR_FILES, figures);
            assertTrue(after.files() <= before.files() + MORE_THREADS_OR_FILES, figures);
        }
        answers.removeAll(Traffic.accepted().collect(Collectors.toSet()));
        assertEquals(Set.of(), answers);
    }

    /**
     * One life of the application. On Payara it ends under load. On WildFly a request that is on its way through RESTEasy when
     * RESTEasy is stopped leaves its provider factory in the thread, of any application: there the users stop before.
     */
    private static Set<String> serve(RedeployingServer server) throws InterruptedException {
        server.deploy();
        try (Traffic traffic = new Traffic(server.base())) {
            try {
                assertTrue(traffic.isServed(), () -> traffic.answers() + "\n" + server.log());
            } finally {
                if (System.getProperty("arquillian.launch").equals("wildfly")) {
                    traffic.stop();
                }
                server.undeploy();
            }
            return traffic.answers().keySet();
        }
    }

    private static JvmFigures settled(RedeployingServer server) throws InterruptedException {
        long begun = System.nanoTime();
        JvmFigures figures = JvmFigures.of(server.pid());
        while (figures.applications() > MOST_APPLICATIONS && System.nanoTime() - begun < PATIENCE_NANOS) {
            Thread.sleep(500);
            figures = JvmFigures.of(server.pid());
        }
        return figures;
    }

    private RedeployingServer server() {
        if (!System.getProperty("arquillian.launch").equals("payara")) {
            return new ManagedServer(deployer, APPLICATION);
        }
        File war = Path.of(System.getProperty("it.war"))
                .resolveSibling("it-redeploy.war")
                .toFile();
        application().as(ZipExporter.class).exportTo(war, true);
        return new MicroServer(war);
    }
}
