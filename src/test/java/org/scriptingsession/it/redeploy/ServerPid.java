// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import java.nio.file.Path;

/** The process of the server that Arquillian manages, which lives from deployment to deployment. */
public final class ServerPid {
    private ServerPid() {}

    /** The id of the process whose command names what only this server has. */
    public static long find() {
        String mark = mark();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no JVM has " + mark))
                .pid();
    }

    private static String mark() {
        return switch (System.getProperty("arquillian.launch")) {
            case "wildfly" -> System.getProperty("it.wildfly.base");
            case "payara-server" ->
                Path.of(System.getProperty("payara.home"), "glassfish", "domains", "it")
                        .toString();
            default -> "--port " + System.getProperty("it.http.port");
        };
    }
}
