// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load.bean;

import jakarta.enterprise.context.ApplicationScoped;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Stands for what scripts wait for, such as a database. */
@ApplicationScoped
@ScriptModule("load/sleeper")
public class Sleeper {
    @Export
    public void sleep(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
