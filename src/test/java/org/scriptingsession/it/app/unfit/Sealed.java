// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.unfit;

import jakarta.enterprise.context.ApplicationScoped;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** CDI makes no proxy of it. */
@ApplicationScoped
@ScriptModule("it/sealed")
public final class Sealed {
    @Export
    public int value() {
        return 1;
    }
}
