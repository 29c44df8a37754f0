// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.contexts.ContextPool;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.module.ScriptPath;

/**
 * Looks at every script of the WAR before the first request does. Those of the folder may change at any time: a broken one is
 * reported when it is asked for.
 */
@ApplicationScoped
public class ScriptValidator {
    @Inject
    private ScriptRepository repository;

    @Inject
    private ContextPool pool;

    /**
     * Finds scripts that do not parse, import what is not there, or claim one path with another.
     *
     * @return one problem for each, with file, line, column and what to do; empty when all is well
     */
    public List<ScriptingException> validate() {
        List<ScriptingException> problems = new ArrayList<>();
        try {
            repository.checkPackagedMap();
        } catch (ScriptingException e) {
            problems.add(e);
        }
        Map<String, String> claims = new HashMap<>();
        for (String path : repository.packagedPaths()) {
            try {
                ModuleGraph graph = repository.packagedGraph(path);
                pool.parse(graph.entry());
                if (ScriptPath.isReachable(path)) {
                    graph.access();
                    graph.crossOrigin();
                }
            } catch (ScriptingException e) {
                problems.add(e);
            }
            checkClaims(path, claims, problems);
        }
        return problems;
    }

    /**
     * Two files claim one path when some file system would take them for one (case, Unicode form), or when one lies in a
     * folder named like the other: {@code cart.mjs/items.mjs} is a resource path of {@code cart.mjs}.
     */
    private static void checkClaims(String path, Map<String, String> claims, List<ScriptingException> problems) {
        String folded = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int slash = folded.indexOf('/', 1); slash > 0; slash = folded.indexOf('/', slash + 1)) {
            report(claims.get(folded.substring(0, slash)), path, problems);
        }
        report(claims.putIfAbsent(folded, path), path, problems);
    }

    private static void report(String first, String second, List<ScriptingException> problems) {
        if (first != null) {
            problems.add(Mistake.SCRIPTS_CLAIM_ONE_PATH.with(first.substring(1), second.substring(1)));
        }
    }
}
