// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.scriptingsession.api.ScriptingSession;

/** A resource that answers at once, or later from another thread. */
@Path("inside")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class InsideResource {
    @Inject
    private ScriptingSession session;

    @Resource
    private ManagedExecutorService executor;

    /** In the call's thread. */
    @GET
    @Path("now")
    public String now() {
        return Probe.ask(session);
    }

    /** In the call's thread, and in the one that answers. */
    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) {
        String inCall = Probe.ask(session);
        executor.submit(() -> response.resume(inCall + "," + Probe.ask(session)));
    }

    /** As {@link #suspended}. */
    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
        String inCall = Probe.ask(session);
        return executor.supplyAsync(() -> inCall + "," + Probe.ask(session));
    }
}
