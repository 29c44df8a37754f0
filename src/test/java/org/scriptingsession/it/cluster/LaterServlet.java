// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Part of the application in the nodes: writes to the session, and lets another thread write more and answer. */
@WebServlet(urlPatterns = "/later", asyncSupported = true)
public class LaterServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            answer(session, request, response);
            return;
        }
        session.setAttribute("count", 41);
        AsyncContext later = request.startAsync();
        Thread container = Thread.currentThread();
        later.start(() -> {
            if (request.getParameter("dispatch") != null) {
                awaitEnd(container);
                later.dispatch();
            } else {
                answer(session, request, response);
                later.complete();
            }
        });
    }

    /**
     * Payara forgets a dispatch that another thread asks for before the container's thread has left the request: it is to come
     * then, and whether there is one is a matter of the thread that asked (AsyncContextImpl.isDispatchInScope).
     */
    private static void awaitEnd(Thread container) {
        while (Arrays.stream(container.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith(".CoyoteAdapter"))) {
            Thread.onSpinWait();
        }
    }

    private static void answer(HttpSession session, HttpServletRequest request, HttpServletResponse response) {
        session.setAttribute("count", 42);
        byte[] text = "answered".getBytes(StandardCharsets.US_ASCII);
        if (request.getParameter("announced") != null) {
            response.setContentLength(text.length);
        }
        try {
            ServletOutputStream stream = response.getOutputStream();
            stream.write(text);
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
