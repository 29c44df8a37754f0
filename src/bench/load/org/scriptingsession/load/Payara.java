// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro, which the tests' own MicroMain tells what to deploy. */
final class Payara extends Server {
    private static final List<String> OPENS = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.loader=ALL-UNNAMED",
            "--add-opens=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED");

    private final PrintWriter commands;
    private final BufferedReader answers;
    private final Path war;

    Payara(Settings settings) throws IOException {
        this(settings, freePort());
    }

    private Payara(Settings settings, int port) throws IOException {
        super(command(settings, port), port, settings.log());
        war = settings.war();
        commands = new PrintWriter(process().outputWriter(StandardCharsets.UTF_8), true);
        answers = process().inputReader(StandardCharsets.UTF_8);
        answer();
        tell("deploy scripting-session " + war);
    }

    private static ProcessBuilder command(Settings settings, int port) throws IOException {
        Path temporary = Files.createDirectories(settings.work().resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(settings.java(), "-Xmx1g", "-Djava.net.preferIPv4Stack=true"));
        // the server unpacks itself and the application there
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(OPENS);
        command.addAll(settings.jvmOptions());
        command.addAll(List.of(
                "-cp", settings.root().resolve("target/payara-micro.jar").toString()));
        command.add(settings.root()
                .resolve("src/test/java/org/scriptingsession/it/micro/MicroMain.java")
                .toString());
        command.addAll(List.of("--port", String.valueOf(port), "--nocluster", "--prebootcommandfile"));
        command.add(settings.root().resolve("deploy/payara-micro/preboot.txt").toString());
        return new ProcessBuilder(command);
    }

    private void tell(String command) throws IOException {
        commands.println(command);
        answer();
    }

    private void answer() throws IOException {
        String line = answers.readLine();
        if (!"done".equals(line)) {
            throw failure("Payara Micro answers " + line);
        }
    }

    @Override
    void redeploy() throws IOException {
        tell("undeploy scripting-session");
        tell("deploy scripting-session " + war);
    }

    @Override
    String classOfSessions() {
        return "org.apache.catalina.session.StandardSession";
    }

    @Override
    String name() {
        return "Payara Micro";
    }
}
