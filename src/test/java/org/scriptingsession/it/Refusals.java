// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployer;

/** Deploys applications that must not start, and listens to what the server says. */
final class Refusals {
    private Refusals() {}

    /** What the deployer's exception and the server's output say together: containers differ in which says what. */
    static String of(Deployer deployer, String deployment, String application) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(both(before, output), true, StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        try {
            Throwable refused = deploy(deployer, deployment, application);
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                said.append(cause).append('\n');
            }
        } finally {
            System.setOut(before);
        }
        return said.append(output.toString(StandardCharsets.UTF_8)).toString();
    }

    /** The adapter of Payara Micro does not tell: there the application must be absent from a server that is up. */
    private static Throwable deploy(Deployer deployer, String deployment, String application) {
        try {
            deployer.deploy(deployment);
        } catch (Exception e) {
            return e;
        }
        try {
            assertEquals(
                    404, new ScriptClient().get(application + "js/it/fine.mjs").statusCode(), "it was deployed");
            return null;
        } finally {
            deployer.undeploy(deployment);
        }
    }

    private static OutputStream both(OutputStream first, OutputStream second) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                first.write(b);
                second.write(b);
            }
        };
    }
}
