// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.frameworks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A form that takes no text without the token that it gave. */
@Controller
@Path("note")
@RequestScoped
public class NoteController {
    private static final String VIEW = "/WEB-INF/note.jsp";

    @Inject
    private Models models;

    /** The form, which begins with the token. */
    @GET
    public String form() {
        models.put("text", "nothing");
        return VIEW;
    }

    /** The form with what was sent. */
    @POST
    @CsrfProtected
    public String take(@FormParam("text") String text) {
        models.put("text", text);
        return VIEW;
    }
}
