// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * Payara Micro by its API, with its jar on the class path: deploys and undeploys as the lines of its input say, and answers each
 * line with {@link #DONE}.
 */
final class MicroMain {
    static final String DONE = "== done";
    static final String DEPLOY = "deploy";
    static final String UNDEPLOY = "undeploy";
    static final String APPLICATION = "it";

    private MicroMain() {}

    public static void main(String... arguments) throws Exception {
        Class<?> micro = Class.forName("fish.payara.micro.PayaraMicro");
        Class<?> type = Class.forName("fish.payara.micro.PayaraMicroRuntime");
        micro.getMethod("main", String[].class).invoke(null, (Object) arguments);
        Object runtime = micro.getMethod("getRuntime")
                .invoke(micro.getMethod("getInstance").invoke(null));
        Method deploy = type.getMethod("deploy", String.class, String.class, File.class);
        Method undeploy = type.getMethod("undeploy", String.class);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(DONE);
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] command = line.split(" ", 2);
            if (command[0].equals(DEPLOY)) {
                deploy.invoke(runtime, APPLICATION, APPLICATION, new File(command[1]));
            } else {
                undeploy.invoke(runtime, APPLICATION);
            }
            System.out.println(DONE);
        }
        System.exit(0);
    }
}
