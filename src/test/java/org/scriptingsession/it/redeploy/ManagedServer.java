// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;

/** The server that Arquillian manages, which lives from deployment to deployment. */
public final class ManagedServer implements RedeployingServer {
    private final Deployer deployer;
    private final String deployment;

    public ManagedServer(Deployer deployer, String deployment) {
        this.deployer = deployer;
        this.deployment = deployment;
    }

    @Override
    public void deploy() {
        deployer.deploy(deployment);
    }

    @Override
    public void undeploy() {
        deployer.undeploy(deployment);
    }

    @Override
    public String base() {
        return "http://127.0.0.1:" + System.getProperty("it.http.port") + "/it/";
    }

    /** The JVM whose command names the folder that only this server works in. */
    @Override
    public long pid() {
        boolean wildfly = System.getProperty("arquillian.launch").equals("wildfly");
        String folder = wildfly
                ? System.getProperty("it.wildfly.base")
                : Path.of(System.getProperty("payara.home"), "glassfish", "domains", "it")
                        .toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no JVM works in " + folder))
                .pid();
    }

    @Override
    public String log() {
        return "";
    }

    @Override
    public void close() {
        // Arquillian ends the server
    }
}
