// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.redeploy.Crowd;
import org.scriptingsession.it.redeploy.JvmFigures;
import org.scriptingsession.it.redeploy.ServerPid;
import org.scriptingsession.it.redeploy.Traffic;
import org.scriptingsession.it.redeploy.Waiter;

/**
 * An application that is deployed again and again, with the engine in its own libraries, leaves nothing in the server. Before all
 * others, whose applications would be counted, too.
 */
@Order(1)
@ExtendWith(ArquillianExtension.class)
class RedeployIT {
    private static final String APPLICATION = "application";
    private static final String CROWD = "crowd";

    /** Whose idle threads hold the last request that each has run, with its application, until another comes. */
    private static final boolean WILDFLY = "wildfly".equals(System.getProperty("arquillian.launch"));

    private static final int ROUNDS = Integer.getInteger("redeploy.rounds", 3);

    /** What the server makes once: its pools of threads, its caches. */
    private static final int SETTLED = 2;

    /**
     * Fewer than were deployed. The last one, of whose classes the JDK itself keeps some until another's come (a cache of method
     * handles); and one that a thread holds which was begun in its time: Payara's pool of managed threads makes threads that
     * inherit an access control context.
     */
    private static final int MOST_APPLICATIONS = 2;

    private static final int MORE_APPLICATIONS = 1;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private static final long MORE_KILOBYTES = 12_000;
    private static final long KILOBYTES_OF_APPLICATION = 50_000;

    private static final int MORE_THREADS_OR_FILES = 5;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive application() {
        return Deployments.library("redeploy").addClasses(Waiter.class, Waiter.Call.class);
    }

    @Deployment(name = CROWD, managed = false, testable = false)
    static WebArchive other() {
        return Crowd.application();
    }

    @Test
    void nothingIsLeft() throws InterruptedException {
        if (WILDFLY) {
            deployer.deploy(CROWD);
        }
        Set<String> answers = new HashSet<>();
        for (int round = 0; round < SETTLED; round++) {
            answers.addAll(serve());
        }
        JvmFigures before = settled(MOST_APPLICATIONS);
        for (int round = 0; round < ROUNDS; round++) {
            answers.addAll(serve());
        }
        JvmFigures after = settled(before.applications() + MORE_APPLICATIONS);
        System.out.printf("== %d redeploys: %s, then %s, answers %s%n", ROUNDS, before, after, answers);

        String figures = before + ", then " + after;
        long more = Math.max(0, after.applications() - before.applications());
        assertTrue(after.applications() <= before.applications() + MORE_APPLICATIONS, figures);
        long kilobytes = MORE_KILOBYTES + more * KILOBYTES_OF_APPLICATION;
        assertTrue(after.metaspaceKilobytes() <= before.metaspaceKilobytes() + kilobytes, figures);
        assertTrue(after.threads() <= before.threads() + MORE_THREADS_OR_FILES, figures);
        assertTrue(after.files() <= before.files() + MORE_THREADS_OR_FILES, figures);
        if (WILDFLY) {
            deployer.undeploy(CROWD);
        }
        answers.removeAll(Traffic.accepted().collect(Collectors.toSet()));
        assertEquals(Set.of(), answers);
    }

    /** One life of the application, which ends under load. */
    private Set<String> serve() throws InterruptedException {
        deployer.deploy(APPLICATION);
        try (Traffic traffic = new Traffic(Deployments.base())) {
            try {
                assertTrue(traffic.isServed(), () -> String.valueOf(traffic.answers()));
            } finally {
                deployer.undeploy(APPLICATION);
            }
            return traffic.answers().keySet();
        }
    }

    private static JvmFigures settled(long applications) throws InterruptedException {
        long server = ServerPid.find();
        long begun = System.nanoTime();
        JvmFigures figures = figures(server);
        while (figures.applications() > applications && System.nanoTime() - begun < PATIENCE_NANOS) {
            Thread.sleep(500);
            figures = figures(server);
        }
        return figures;
    }

    private static JvmFigures figures(long server) {
        if (WILDFLY) {
            Crowd.call(Deployments.base());
        }
        return JvmFigures.of(server);
    }
}
