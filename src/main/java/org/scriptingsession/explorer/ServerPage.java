// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.audit.SessionCounts;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.engine.contexts.ContextPool;
import org.scriptingsession.engine.contexts.ContextPoolMXBean;
import org.scriptingsession.engine.contexts.ScriptDuration;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.value.JsonText;

/** The server: contexts, sessions and calls. All are sums since the deployment, of which the page makes what happens now. */
@Dependent
class ServerPage {
    @Inject
    private ContextPool pool;

    @Inject
    private SessionServer server;

    @Inject
    private Audit audit;

    @Inject
    private ScriptingConfig config;

    JsonObject show() {
        return JsonText.JSON
                .createObjectBuilder()
                .add("now", System.currentTimeMillis())
                .add("contexts", contexts(pool.statistics()))
                .add("sessions", sessions(audit.counts()))
                .add("calls", calls())
                .build();
    }

    private JsonObjectBuilder contexts(ContextPoolMXBean figures) {
        return JsonText.JSON
                .createObjectBuilder()
                .add("most", config.contexts().most())
                .add("inUse", figures.getInUse())
                .add("created", figures.getCreated())
                .add("waits", figures.getWaits())
                .add("refused", figures.getRefused())
                .add("timeouts", figures.getTimeouts())
                .add("stuck", figures.getStuck())
                .add("discarded", counts(figures.getDiscarded()));
    }

    private JsonObjectBuilder sessions(SessionCounts counts) {
        JsonObjectBuilder json = JsonText.JSON
                .createObjectBuilder()
                .add("created", counts.created())
                .add("ended", counts(counts.ended()));
        // not every server tells
        server.sessions().ifPresent(active -> json.add("active", active));
        return json;
    }

    private JsonObjectBuilder calls() {
        long errors = 0;
        for (ScriptDuration script : pool.statistics().getScripts()) {
            errors += script.getFailures();
        }
        JsonArrayBuilder classes = JsonText.JSON.createArrayBuilder();
        for (double[] one : pool.statistics().durations().classes()) {
            classes.add(JsonText.JSON.createArrayBuilder().add(one[0]).add((long) one[1]));
        }
        return JsonText.JSON.createObjectBuilder().add("errors", errors).add("durations", classes);
    }

    private static JsonObjectBuilder counts(Map<?, Long> counts) {
        JsonObjectBuilder json = JsonText.JSON.createObjectBuilder();
        counts.forEach((reason, count) -> json.add(reason.toString(), count));
        return json;
    }
}
