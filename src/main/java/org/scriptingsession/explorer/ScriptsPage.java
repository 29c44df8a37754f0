// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.contexts.ContextPool;
import org.scriptingsession.engine.contexts.ScriptDuration;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ScriptPath;
import org.scriptingsession.script.ScriptRepository;
import org.scriptingsession.value.JsonText;

/** The scripts: what they import, who may run them, and how they do. */
@Dependent
class ScriptsPage {
    @Inject
    private ScriptRepository repository;

    @Inject
    private ContextPool pool;

    JsonObject show() {
        Map<String, ScriptDuration> durations = pool.statistics().getScripts().stream()
                .collect(Collectors.toMap(ScriptDuration::getScript, Function.identity()));
        JsonArrayBuilder scripts = JsonText.JSON.createArrayBuilder();
        for (String path : repository.paths()) {
            JsonObjectBuilder script = describe(path);
            Optional.ofNullable(durations.get(path.substring(1))).ifPresent(taken -> addFigures(script, taken));
            scripts.add(script);
        }
        return JsonText.JSON.createObjectBuilder().add("scripts", scripts).build();
    }

    private JsonObjectBuilder describe(String path) {
        JsonObjectBuilder script = JsonText.JSON
                .createObjectBuilder()
                .add("path", path.substring(1))
                .add("reachable", ScriptPath.isReachable(path));
        try {
            Optional<ModuleGraph> graph = repository.graph(path);
            graph.ifPresent(found -> addDeclared(script, found));
        } catch (ScriptingException broken) {
            script.add("problem", broken.getMessage());
        }
        return script;
    }

    private static void addDeclared(JsonObjectBuilder script, ModuleGraph graph) {
        JsonArrayBuilder imports = JsonText.JSON.createArrayBuilder();
        graph.entry().imports().forEach(one -> imports.add(one.specifier()));
        script.add("imports", imports);
        graph.access().ifPresent(roles -> script.add("roles", JsonText.JSON.createArrayBuilder(roles)));
    }

    private static void addFigures(JsonObjectBuilder script, ScriptDuration taken) {
        script.add("calls", taken.getRuns())
                .add("errors", taken.getFailures())
                .add("p50", taken.getP50Millis())
                .add("p99", taken.getP99Millis());
    }
}
