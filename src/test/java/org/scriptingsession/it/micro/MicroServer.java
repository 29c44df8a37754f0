// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.micro;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scriptingsession.it.ProcessEnd;

/** A Payara Micro in a process of its own, which is told by {@link MicroMain} what to deploy. */
final class MicroServer implements AutoCloseable {
    private final int port;
    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final File log;

    /**
     * @param port of HTTP
     * @param options of the JVM
     * @param arguments of Payara Micro
     * @param log gets what the server says
     */
    MicroServer(int port, List<String> options, List<String> arguments, File log) {
        this.port = port;
        this.log = log;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("payara.microJar")));
        // from its source: with the tests' classes beside it the server would have parts of the product twice
        command.add("src/test/java/" + MicroMain.class.getName().replace('.', '/') + ".java");
        command.addAll(List.of("--port", String.valueOf(port)));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command).redirectError(log).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = process.inputReader(StandardCharsets.UTF_8);
        commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answer();
    }

    int port() {
        return port;
    }

    /** Whether the server has it now. Its name, without what follows the dot, is the application's and the context path. */
    boolean deploy(File archive) {
        commands.println(MicroMain.DEPLOY + " " + name(archive.getName()) + " " + archive);
        return answer();
    }

    void undeploy(String archive) {
        commands.println(MicroMain.UNDEPLOY + " " + name(archive));
        answer();
    }

    private static String name(String archive) {
        return archive.substring(0, archive.lastIndexOf('.'));
    }

    /** How much the server has said, in bytes. */
    long said() {
        return log.length();
    }

    /** What the server has said since. */
    String saidSince(long position) {
        try (RandomAccessFile file = new RandomAccessFile(log, "r")) {
            byte[] bytes = new byte[Math.toIntExact(file.length() - position)];
            file.seek(position);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answer() {
        try {
            String line = answers.readLine();
            while (line != null && !line.equals(MicroMain.DONE) && !line.equals(MicroMain.REFUSED)) {
                // the JVM prints its own warnings there
                System.out.println(line);
                line = answers.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("Payara Micro has ended:\n" + saidSince(0));
            }
            return line.equals(MicroMain.DONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        ProcessEnd.await(process);
    }
}
