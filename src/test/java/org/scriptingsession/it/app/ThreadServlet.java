// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.exchange.Exchange;

/**
 * Tells how long its request has waited for a thread. With a folder as parameter it keeps its thread until the folder has a file
 * {@code open}: when all threads are kept, none is there to be told.
 */
@WebServlet("/thread")
public class ThreadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long waited = Exchange.current().orElseThrow().waitedNanos();
        if (request.getParameter("folder") != null) {
            keep(Path.of(request.getParameter("folder")));
        }
        response.getWriter().print(waited);
    }

    private static void keep(Path folder) throws IOException {
        Files.createTempFile(folder, "kept", "");
        long begun = System.nanoTime();
        while (!Files.exists(folder.resolve("open")) && System.nanoTime() - begun < PATIENCE_NANOS) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
