// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.side;

import jakarta.enterprise.context.ApplicationScoped;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** A bean that one application has and the others have not. */
@ApplicationScoped
@ScriptModule("it/extra")
public class Extra {
    @Export
    public String name() {
        return "extra";
    }
}
