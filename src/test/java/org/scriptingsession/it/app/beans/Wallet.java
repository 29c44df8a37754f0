// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;
import org.scriptingsession.api.ScriptingSession;

/** One of each session, which is the script's own. */
@SessionScoped
@ScriptModule("it/wallet")
public class Wallet implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AtomicInteger coins = new AtomicInteger();

    // what is injected can be serialized, though its type does not say so
    @SuppressWarnings("serial")
    @Inject
    private ScriptingSession session;

    @Export
    public int put() {
        return coins.incrementAndGet();
    }

    @Export
    public String attribute(String name) {
        return session.getAttribute(name).orElse(null);
    }
}
