// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** WildFly as deploy/wildfly/node.sh configures it; the folder that it scans tells it what to deploy. */
final class WildFly extends Server {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Path deployments;
    private final Path war;

    WildFly(Settings settings) throws IOException, InterruptedException {
        this(settings, freePort());
    }

    private WildFly(Settings settings, int port) throws IOException, InterruptedException {
        super(command(settings, port), port, settings.log());
        war = settings.war();
        deployments = settings.work().resolve("wildfly/deployments");
        await();
    }

    private static ProcessBuilder command(Settings settings, int port) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                settings.root().resolve("deploy/wildfly/node.sh").toString(), "single");
        command.environment()
                .putAll(Map.of(
                        "HTTP_PORT", String.valueOf(port),
                        "MANAGEMENT_PORT", String.valueOf(freePort()),
                        "WORK", settings.work().resolve("wildfly").toString(),
                        "WAR", settings.war().toString(),
                        "WILDFLY", home(settings.root().resolve("target")).toString(),
                        "JAVA_HOME", settings.javaHome().toString(),
                        "JVM_OPTIONS", String.join(" ", settings.jvmOptions())));
        return command.redirectOutput(
                ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
    }

    private static Path home(Path target) throws IOException {
        try (Stream<Path> folders = Files.list(target)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("wildfly-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path marker(String state) {
        return deployments.resolve(CONTEXT.substring(1) + ".war." + state);
    }

    private void await() throws InterruptedException {
        long begun = System.nanoTime();
        while (!Files.exists(marker("deployed"))) {
            if (Files.exists(marker("failed")) || !process().isAlive() || System.nanoTime() - begun > PATIENCE_NANOS) {
                throw failure("WildFly does not deploy the application");
            }
            Thread.sleep(50);
        }
    }

    @Override
    void redeploy() throws IOException, InterruptedException {
        // gone, and then there again, as on Payara: the scanner looks every five seconds
        Files.delete(marker("deployed"));
        while (!Files.exists(marker("undeployed"))) {
            if (!process().isAlive()) {
                throw failure("WildFly has ended");
            }
            Thread.sleep(50);
        }
        Files.createFile(marker("dodeploy"));
        await();
    }

    @Override
    String classOfSessions() {
        return "io.undertow.server.session.InMemorySessionManager$SessionImpl";
    }

    @Override
    String name() {
        return "WildFly";
    }
}
