// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.enterprise.context.RequestScoped;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** One of each request. */
@RequestScoped
@ScriptModule("it/till")
public class Till {
    private int rung;

    @Export
    public int ring() {
        return ++rung;
    }
}
