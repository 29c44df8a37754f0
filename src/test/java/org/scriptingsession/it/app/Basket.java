// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.scriptingsession.api.ScriptingSession;

/** A Faces bean that uses the session. */
@Named
@RequestScoped
public class Basket {
    @Inject
    private ScriptingSession session;

    /** How many lines the cart has that a script stored. */
    public int getLines() {
        return session.get("cart", Map.class)
                .map(cart -> ((List<?>) cart.get("items")).size())
                .orElse(0);
    }
}
