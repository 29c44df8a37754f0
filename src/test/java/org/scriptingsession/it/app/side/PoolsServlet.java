// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.side;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** Tells what JMX has of the product in this server: a line for each application, with the scripts that it has run. */
@WebServlet("/pools")
public class PoolsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<String> lines = new TreeSet<>();
        try {
            for (ObjectName pool : server.queryNames(new ObjectName("org.scriptingsession:*"), null)) {
                Set<String> scripts = new TreeSet<>();
                Arrays.stream((CompositeData[]) server.getAttribute(pool, "Scripts"))
                        .forEach(script -> scripts.add((String) script.get("script")));
                lines.add(ObjectName.unquote(pool.getKeyProperty("application")) + " " + String.join(" ", scripts));
            }
        } catch (JMException e) {
            throw new IOException(e);
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(String.join("\n", lines));
    }
}
