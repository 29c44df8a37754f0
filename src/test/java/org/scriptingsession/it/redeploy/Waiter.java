// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** A bean that scripts call, and which is at work when its application goes. */
@ApplicationScoped
@ScriptModule("it/waiter")
public class Waiter {
    @Inject
    private Call call;

    @Export
    public String serve(int millis) throws InterruptedException {
        Thread.sleep(millis);
        return "fine " + call.number();
    }

    /** What only the call has. */
    @RequestScoped
    public static class Call {
        private int number;

        int number() {
            return ++number;
        }
    }
}
