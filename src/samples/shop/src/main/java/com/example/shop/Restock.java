// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.scriptingsession.api.ScriptRunner;

/** Fills up what is sold out, as much as a script says. */
@Singleton
public class Restock {
    private static final Logger LOG = Logger.getLogger(Restock.class.getName());

    @Inject
    private ScriptRunner scripts;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void fillUp() {
        int filled = scripts.call(Integer.class, "_restock.mjs", "fillUpAll");
        if (filled > 0) {
            LOG.info(() -> "Products filled up: " + filled);
        }
    }
}
