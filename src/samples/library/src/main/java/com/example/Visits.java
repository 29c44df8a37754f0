// SPDX-License-Identifier: Apache-2.0
package com.example;

import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import org.scriptingsession.api.ScriptingSession;

/** Reads what the script counts, and begins again. */
@Path("visits")
public class Visits {
    @Inject
    private ScriptingSession session;

    @GET
    public int read() {
        return session.get("visits", Integer.class).orElse(0);
    }

    @POST
    public void beginAgain() {
        session.set("visits", 0);
    }

    /** Where resources answer. */
    @ApplicationPath("api")
    public static class Api extends Application {}
}
