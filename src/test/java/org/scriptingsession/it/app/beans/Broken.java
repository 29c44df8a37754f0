// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.annotation.PostConstruct;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Cannot be made. */
@ScriptModule("it/broken")
public class Broken {
    @PostConstruct
    void refuse() {
        throw new IllegalStateException("not today");
    }

    @Export
    public int never() {
        return 1;
    }
}
