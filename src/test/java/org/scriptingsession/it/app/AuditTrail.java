// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.scriptingsession.api.AuditEvent;

/** Keeps what the audit tells, and shows it. */
@ApplicationScoped
public class AuditTrail {
    private final Queue<AuditEvent> events = new ConcurrentLinkedQueue<>();

    void hear(@Observes AuditEvent event) {
        events.add(event);
    }

    /** All so far, one a line. */
    public String text() {
        return events.stream().map(AuditEvent::toString).collect(Collectors.joining("\n"));
    }

    /** Shows it. */
    @WebServlet("/audit")
    public static class Page extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Inject
        private transient AuditTrail trail;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.getWriter().print(trail.text());
        }
    }
}
