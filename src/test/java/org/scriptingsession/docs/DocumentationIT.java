// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The commands of README and tutorial, run as they stand, in a clean clone of what is committed, with a server at port 8080 as they
 * say. Run it alone: {@code mvn test -Dtest=DocumentationIT}. Notes before a block say: {@code file}, that the block is the content
 * of one; {@code until}, the URL that answers once the command is ready, which goes on in the background; {@code before: stop}, that
 * the reader has ended that command.
 */
class DocumentationIT {
    private static final Path FOLDER = Path.of("target/documentation").toAbsolutePath();
    private static final int PORT = 8080;

    @BeforeAll
    static void haveACleanClone() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(PORT, free.getLocalPort());
        }
        Files.createDirectories(FOLDER);
        try (Shell shell = new Shell(FOLDER, FOLDER)) {
            shell.run("rm -rf scripting-session shop && git clone -q --no-hardlinks ../.. scripting-session");
        }
    }

    @Test
    void theReadmesCommandsPrintWhatItSays() throws Exception {
        try (Shell shell = new Shell(FOLDER, FOLDER.resolve("scripting-session"))) {
            run(shell, Page.of("README.md"));
        }
    }

    @Test
    void theTutorialsCommandsPrintWhatItSays() throws Exception {
        try (Shell shell = new Shell(FOLDER, FOLDER)) {
            run(shell, Page.of("src/site/tutorial.md"));
        }
    }

    private static void run(Shell shell, Page page) throws IOException, InterruptedException {
        int commands = 0;
        for (Block block : page.blocks()) {
            if (block.note("file").isPresent()) {
                Path file = shell.directory().resolve(block.note("file").get());
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.text());
            } else if (block.language().equals("console") && block.isRun()) {
                for (Block.Command command : block.commands()) {
                    run(shell, block, command);
                    commands++;
                }
            }
        }
        assertTrue(commands > 4, page.path() + " has " + commands + " commands");
    }

    private static void run(Shell shell, Block block, Block.Command command) throws IOException, InterruptedException {
        block.note("before").ifPresent(what -> shell.stop());
        System.out.println("== " + block + ": " + command.text());
        if (block.note("until").isPresent()) {
            shell.start(command.text(), block.note("until").get());
            return;
        }
        String said = shell.run(command.text());
        assertTrue(command.prints(said), () -> block + ": " + command.text() + " printed\n" + said);
        assertFalse(said.contains("BUILD FAILURE"), () -> block + ": " + said);
    }
}
