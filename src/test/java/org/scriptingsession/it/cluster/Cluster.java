// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.scriptingsession.it.FreePort;
import org.scriptingsession.it.app.HeaderLogin;
import org.scriptingsession.it.app.Users;

/** Two nodes and their balancer, shared by all tests of a run: starting them takes longer than most tests. */
final class Cluster {
    /** To the application. */
    private static final List<Class<?>> ADDED = List.of(
            UnstorableServlet.class,
            UnstorableServlet.Unstorable.class,
            RegistryServlet.class,
            LaterServlet.class,
            AnnouncedServlet.class,
            AgainServlet.class,
            HeaderLogin.class,
            Users.class);

    /** Payara looks for expired sessions once a minute unless told otherwise. */
    private static final String QUICK_REAPER =
            "<manager-properties><property name=\"reapIntervalSeconds\" value=\"5\"/></manager-properties>";

    private static Cluster shared;

    private final Path war;
    private final ClusterNode a;
    private final ClusterNode b;
    private final Balancer balancer;

    private Cluster() {
        int gridA = FreePort.next();
        int gridB = FreePort.next();
        String members = "127.0.0.1:" + gridA + ",127.0.0.1:" + gridB;
        war = application();
        a = new ClusterNode("a", FreePort.next(), gridA, FreePort.next(), members, war);
        b = new ClusterNode("b", FreePort.next(), gridB, FreePort.next(), members, war);
        balancer = new Balancer(FreePort.next(), a, b);
    }

    /** The running cluster, started now if it is not. */
    static synchronized Cluster running() {
        if (shared == null) {
            Cluster started = new Cluster();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            started.nodes().forEach(ClusterNode::start);
            shared = started;
        }
        shared.awaitWhole();
        return shared;
    }

    /** What the nodes deploy. */
    Path war() {
        return war;
    }

    ClusterNode a() {
        return a;
    }

    ClusterNode b() {
        return b;
    }

    List<ClusterNode> nodes() {
        return List.of(a, b);
    }

    Balancer balancer() {
        return balancer;
    }

    /** Waits until both nodes hold all sessions and the balancer sends requests to both. */
    void awaitWhole() {
        nodes().forEach(node -> node.awaitReady(true));
        nodes().forEach(balancer::awaitUp);
    }

    /** The product's own WAR, with what no script can do. */
    static Path application() {
        try {
            Path work = Files.createDirectories(Path.of(System.getProperty("cluster.work")));
            Path war = work.resolve("application.war");
            Files.copy(Path.of(System.getProperty("cluster.war")), war, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + war.toUri()), Map.of())) {
                Path descriptor = archive.getPath("WEB-INF", "glassfish-web.xml");
                String text = Files.readString(descriptor);
                int storeProperties = text.indexOf("<store-properties>");
                Files.writeString(descriptor, new StringBuilder(text).insert(storeProperties, QUICK_REAPER));
                for (Class<?> type : ADDED) {
                    String file = type.getName().replace('.', '/') + ".class";
                    Path target = archive.getPath("WEB-INF/classes", file);
                    Files.createDirectories(target.getParent());
                    try (InputStream compiled = type.getClassLoader().getResourceAsStream(file)) {
                        Files.copy(compiled, target);
                    }
                }
            }
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        balancer.close();
        nodes().forEach(ClusterNode::close);
    }
}
