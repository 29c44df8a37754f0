// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.api.ScriptRunner;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.api.ScriptingSession;

/** A resource of another JAX-RS application that uses the session, and runs scripts outside HTTP. */
@Path("share")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class OtherResource {
    @Inject
    private ScriptingSession session;

    @Inject
    private ScriptRunner runner;

    @Resource
    private ManagedExecutorService executor;

    /** Sets an attribute and gives back what a script had stored. */
    @GET
    @Path("exchange")
    public String exchange() {
        session.setAttribute("fromResource", true);
        return session.getAttribute("fromScript").orElse("none");
    }

    /** What a script outside HTTP ends with; it reports by failing. */
    @GET
    @Path("outside/{script}")
    public String outside(@PathParam("script") String script) throws Exception {
        return executor.submit(() -> outcome("it/" + script)).get(30, TimeUnit.SECONDS);
    }

    private String outcome(String path) {
        try {
            runner.run(path);
            return "ran";
        } catch (ScriptingException e) {
            return e.toString();
        }
    }
}
