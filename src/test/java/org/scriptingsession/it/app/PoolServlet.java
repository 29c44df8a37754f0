// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Tells as JSON what JMX says of this application's pool of contexts. */
@WebServlet("/pool")
public class PoolServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Map<String, Number> figures = new TreeMap<>();
        try {
            ObjectName pool = new ObjectName(
                    "org.scriptingsession:type=ContextPool,application=" + ObjectName.quote(request.getContextPath()));
            for (String attribute : new String[] {"InUse", "Stuck", "Created", "Waits", "Refused", "Timeouts"}) {
                figures.put(attribute, (Number) server.getAttribute(pool, attribute));
            }
            for (Object row : ((TabularData) server.getAttribute(pool, "Discarded")).values()) {
                CompositeData reason = (CompositeData) row;
                figures.put((String) reason.get("key"), (Number) reason.get("value"));
            }
        } catch (JMException e) {
            throw new IOException(e);
        }
        StringBuilder json = new StringBuilder("{");
        figures.forEach((name, figure) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(figure));
        response.getWriter().print(json.append('}'));
    }
}
