// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.micro;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Payara Micro by its API, with its jar on the class path: deploys and undeploys as the lines of its input say, and answers each
 * line with {@link #DONE} or {@link #REFUSED}. What the server prints goes where its errors go.
 */
final class MicroMain {
    static final String DONE = "done";
    static final String REFUSED = "refused";
    static final String DEPLOY = "deploy";
    static final String UNDEPLOY = "undeploy";

    private MicroMain() {}

    public static void main(String... arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Class<?> micro = Class.forName("fish.payara.micro.PayaraMicro");
        Class<?> type = Class.forName("fish.payara.micro.PayaraMicroRuntime");
        micro.getMethod("main", String[].class).invoke(null, (Object) arguments);
        Object runtime = micro.getMethod("getRuntime")
                .invoke(micro.getMethod("getInstance").invoke(null));
        Method deploy = type.getMethod("deploy", String.class, String.class, File.class);
        Method deployed = type.getMethod("getDeployedApplicationNames");
        Method undeploy = type.getMethod("undeploy", String.class);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        answers.println(DONE);
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] command = line.split(" ", 3);
            String name = command[1];
            boolean done = true;
            if (command[0].equals(DEPLOY)) {
                deploy.invoke(runtime, name, name, new File(command[2]));
                // true is returned for an application that was refused, too
                done = ((Collection<?>) deployed.invoke(runtime)).contains(name);
            } else {
                undeploy.invoke(runtime, name);
            }
            answers.println(done ? DONE : REFUSED);
        }
        System.exit(0);
    }
}
