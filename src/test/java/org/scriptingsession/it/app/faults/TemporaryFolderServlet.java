// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.faults;

import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells where the server lets the application make its temporary files. */
@WebServlet("/temporary")
public class TemporaryFolderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(getServletContext().getAttribute(ServletContext.TEMPDIR));
    }
}
