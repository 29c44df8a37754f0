// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.scriptingsession.api.ScriptRunner;
import org.scriptingsession.api.ScriptingException;

/** Suspends WildFly, runs the script that the query names, tells how that ended, and lets WildFly go on. */
@WebServlet("/suspend")
public class SuspendServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int NOBODY_IS_WAITED_FOR = 0;

    @Inject
    private transient ScriptRunner scripts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName server = new ObjectName("jboss.as:management-root=server");
            beans.invoke(server, "suspend", new Object[] {NOBODY_IS_WAITED_FOR, null}, new String[] {
                Integer.class.getName(), Integer.class.getName()
            });
            try {
                response.getWriter().println(beans.getAttribute(server, "suspendState"));
                scripts.run(request.getParameter("script"));
                response.getWriter().println("ended");
            } catch (ScriptingException e) {
                response.getWriter().println(e.getMessage());
            } finally {
                beans.invoke(server, "resume", new Object[0], new String[0]);
            }
        } catch (JMException e) {
            throw new IOException(e);
        }
    }
}
