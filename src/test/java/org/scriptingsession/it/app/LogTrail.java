// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what the product and its scripts give the server's log, and shows it: a record between two marks. */
@WebServlet(urlPatterns = "/log", loadOnStartup = 1)
public class LogTrail extends HttpServlet {
    /** Before each record. */
    public static final String MARK = "<record>";

    private static final long serialVersionUID = 1L;

    /** Held here, or the loggers could be collected with their handlers. */
    private final transient Logger[] loggers = {Logger.getLogger("org.scriptingsession"), Logger.getLogger("script")};

    private final transient Trail trail = new Trail();

    @Override
    public void init() {
        for (Logger logger : loggers) {
            logger.addHandler(trail);
        }
    }

    @Override
    public void destroy() {
        for (Logger logger : loggers) {
            logger.removeHandler(trail);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(String.join("", trail.messages));
    }

    private static final class Trail extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();
        private final Queue<String> messages = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord record) {
            messages.add(MARK
                    + formatter.formatMessage(record)
                    + (record.getThrown() == null
                            ? ""
                            : "|" + record.getThrown().getMessage()));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
