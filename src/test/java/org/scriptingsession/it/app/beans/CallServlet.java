// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.scriptingsession.api.ScriptRunner;
import org.scriptingsession.api.ScriptingException;

/** Calls scripts from Java, in the thread of a call and in another. */
@WebServlet("/call/*")
public class CallServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ScriptRunner runner;

    @Resource
    private transient ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String export = request.getPathInfo().substring(1);
        Callable<Object> call =
                switch (export) {
                    case "line" -> () -> runner.call(Shop.Line.class, "it/_called.mjs", export);
                    case "half" -> () -> runner.call(Integer.class, "it/_called.mjs", export);
                    case "sum" -> () -> runner.call("/it/_called.mjs", export, 1, new Shop.Line("bread", null, 2));
                    case "bytes" -> () -> ((byte[]) runner.call("it/_called.mjs", export, new byte[] {7})).length;
                    default -> () -> runner.call("it/_called.mjs", export);
                };
        String answer;
        try {
            answer = String.valueOf(
                    request.getParameter("aside") == null
                            ? call.call()
                            : executor.submit(call).get());
        } catch (ExecutionException e) {
            answer = text(e.getCause());
        } catch (Exception e) {
            answer = text(e);
        }
        response.getWriter().write(answer);
    }

    private static String text(Throwable thrown) {
        return thrown instanceof ScriptingException e ? e + " " + e.code() : String.valueOf(thrown);
    }
}
