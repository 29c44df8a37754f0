// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.it.FreePort;

/** A Payara Micro that lives from deployment to deployment: Arquillian's would start one for each. */
public final class MicroServer implements RedeployingServer {
    private final File war;
    private final int port = FreePort.next();
    private final Process process;
    private final BufferedReader output;
    private final PrintWriter commands;
    private final StringBuilder log = new StringBuilder();

    public MicroServer(File war) {
        this.war = war;
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // from its source: with the tests' classes beside it the server would have parts of the product twice
        String main = "src/test/java/" + MicroMain.class.getName().replace('.', '/') + ".java";
        List<String> command = List.of(
                java,
                "-Xmx640m",
                "-XX:TieredStopAtLevel=1",
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "-Djava.io.tmpdir=" + System.getProperty("it.payara.tmp"),
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
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "-cp",
                System.getProperty("payara.microJar"),
                main,
                "--port",
                String.valueOf(port),
                "--nocluster",
                "--prebootcommandfile",
                System.getProperty("it.preboot"));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output = process.inputReader(StandardCharsets.UTF_8);
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        awaitDone();
    }

    @Override
    public void deploy() {
        commands.println(MicroMain.DEPLOY + " " + war);
        awaitDone();
    }

    @Override
    public void undeploy() {
        commands.println(MicroMain.UNDEPLOY);
        awaitDone();
    }

    @Override
    public String base() {
        return "http://127.0.0.1:" + port + "/" + MicroMain.APPLICATION + "/";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public String log() {
        return log.toString();
    }

    private void awaitDone() {
        try {
            for (String line = output.readLine(); !MicroMain.DONE.equals(line); line = output.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("Payara Micro has ended:\n" + log);
                }
                log.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
