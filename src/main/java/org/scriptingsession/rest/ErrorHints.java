// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.engine.modules.ProductSource;
import org.scriptingsession.module.NearestNames;
import org.scriptingsession.module.ProductModules;
import org.scriptingsession.module.ScriptPath;
import org.scriptingsession.script.ScriptRepository;

/** What those who write scripts get wrong most often, and what to write in its place: told beside the error itself. */
@Dependent
class ErrorHints {
    private static final String NO_TIMERS =
            "There are no timers: a request ends when its script has. Do it at once, or let a "
                    + "bean of the application do it later (import it from \"beans/...\").";
    private static final String NO_NETWORK =
            "Scripts have no network. Let a bean of the application call the other server, and "
                    + "import it from \"beans/...\".";
    private static final String NO_BROWSER =
            "This script runs in the server, where there is no page. Print what the browser shall "
                    + "show: response.print(...).";
    private static final String NO_COMMONJS =
            "CommonJS is not supported. Write ES modules: import { session } from \"sdk/http\"; "
                    + "import { total } from \"./prices.mjs\"; export const x = ...;";
    private static final String IMPORT_IT = "Import it first: import { session, request, response } from \"sdk/http\";";

    /** By names that are of other systems. */
    private static final Map<String, String> UNDEFINED = Map.ofEntries(
            Map.entry("require", NO_COMMONJS),
            Map.entry("module", NO_COMMONJS),
            Map.entry("exports", NO_COMMONJS),
            Map.entry("__dirname", NO_COMMONJS),
            Map.entry("__filename", NO_COMMONJS),
            Map.entry(
                    "process",
                    "There is no process: scripts see neither environment nor system. Let a bean of the application give what it "
                            + "is configured with."),
            Map.entry("Buffer", "There is no Buffer. Take Uint8Array, TextEncoder and TextDecoder."),
            Map.entry("setTimeout", NO_TIMERS),
            Map.entry("setInterval", NO_TIMERS),
            Map.entry("setImmediate", NO_TIMERS),
            Map.entry("fetch", NO_NETWORK),
            Map.entry("XMLHttpRequest", NO_NETWORK),
            Map.entry("WebSocket", NO_NETWORK),
            Map.entry("window", NO_BROWSER),
            Map.entry("document", NO_BROWSER),
            Map.entry("alert", NO_BROWSER),
            Map.entry("localStorage", NO_BROWSER),
            Map.entry("session", IMPORT_IT),
            Map.entry("request", IMPORT_IT),
            Map.entry("response", IMPORT_IT));

    private static final Pattern NOT_DEFINED = Pattern.compile("ReferenceError: ([\\w$]+) is not defined");
    private static final Pattern NO_FUNCTION = Pattern.compile("TypeError: .*\\.(\\w+) is not a function");
    private static final Pattern NO_SUCH_SCRIPT = Pattern.compile("there is no script (.+), imported as \"");
    private static final Pattern REFUSED_IMPORT = Pattern.compile("import of \"(.+)\" is refused");
    private static final Pattern NO_EXPORT = Pattern.compile("(?s): \"(.+)\" exports no \"(.+)\"\\. Correct");
    private static final Pattern MEMBER = Pattern.compile("(?m)^  (\\w+)\\(");

    /** Words from their beginnings, as a whole: from each of its characters a long one would take its length squared. */
    private static final Pattern ASYNC = Pattern.compile("\\basync\\s+function\\s+(\\w+)|\\b(\\w++)\\s*+=\\s*async\\b");

    private static final List<String> SDK =
            List.of("sdk/http", "sdk/http/session", "sdk/http/request", "sdk/http/response", "sdk/http/sessions");

    @Inject
    private ScriptRepository repository;

    @Inject
    private ProductModules product;

    /**
     * What may help; empty where nothing is known.
     *
     * @param source the text of the script at the innermost place; empty when it is not there
     */
    List<String> of(ScriptingException error, List<ErrorPlace> places, String source) {
        String message = error.getMessage();
        List<String> hints = new ArrayList<>();
        first(NOT_DEFINED, message, found -> UNDEFINED.get(found.group(1)), hints);
        first(NO_FUNCTION, message, found -> misspelt(found.group(1), source), hints);
        first(NO_SUCH_SCRIPT, message, found -> nearest(found.group(1), names(repository.paths())), hints);
        first(REFUSED_IMPORT, message, found -> refused(found.group(1)), hints);
        first(NO_EXPORT, message, found -> notExported(found, places), hints);
        if (message.contains("is frozen: requests share") || message.contains("(frozen: ")) {
            hints.add(
                    "Built-in objects, globalThis and values of the session are frozen. Keep what is yours in a variable of the "
                            + "module, or make a copy and change that: { ...value, changed: true }.");
        }
        if (message.contains("Promise")) {
            hints.add("A promise stands where its result is meant: write await before the call that gives it.");
        } else if (message.contains("TypeError: ")) {
            hints.addAll(missingAwaits(source));
        }
        return hints;
    }

    private static void first(Pattern pattern, String message, Hint hint, List<String> hints) {
        Matcher matcher = pattern.matcher(message);
        String found = matcher.find() ? hint.of(matcher.toMatchResult()) : null;
        if (found != null) {
            hints.add(found);
        }
    }

    /** The engine does not say what the function was asked of; the source does. */
    private static String misspelt(String function, String source) {
        Matcher call = Pattern.compile(
                        "\\b(session|request|response)\\s*\\??\\.\\s*" + function + "\\s*\\(", Pattern.CASE_INSENSITIVE)
                .matcher(source);
        if (!call.find()) {
            return null;
        }
        String object = call.group(1).toLowerCase(Locale.ROOT);
        Set<String> members = new LinkedHashSet<>();
        MEMBER.matcher(ProductSource.text("sdk/" + object + ".mjs"))
                .results()
                .forEach(member -> members.add(member.group(1)));
        return "There is no " + object + '.' + function + ". The nearest names: " + NearestNames.of(function, members)
                + '.';
    }

    private String refused(String specifier) {
        List<String> known = new ArrayList<>(SDK);
        known.addAll(product.beans());
        return specifier.contains("/")
                ? nearest(specifier, known)
                : "A package of npm is copied into the scripts' root, and importmap.json says what \"" + specifier
                        + "\" means; modules of Node.js are not there. The product's modules: "
                        + nearest(specifier, known);
    }

    private String notExported(MatchResult found, List<ErrorPlace> places) {
        String specifier = found.group(1);
        if (SDK.contains(specifier)) {
            return nearest(found.group(2), List.of("session", "request", "response", "sessions"));
        }
        try {
            String path = ScriptPath.resolve("/" + places.get(0).file(), specifier);
            return repository
                    .graph(path)
                    .map(graph ->
                            nearest(found.group(2), graph.entry().exports().local()))
                    .orElse(null);
        } catch (RuntimeException notFound) {
            // the message itself must do
            return null;
        }
    }

    private static String nearest(String name, Collection<String> names) {
        return "The nearest names: " + NearestNames.of(name, names) + '.';
    }

    private static List<String> names(Collection<String> paths) {
        return paths.stream().map(path -> path.substring(1)).toList();
    }

    /** A call of the file's own async functions whose promise is taken for the result. */
    static List<String> missingAwaits(String source) {
        List<String> hints = new ArrayList<>();
        ASYNC.matcher(source).results().forEach(declared -> {
            String name = declared.group(1) == null ? declared.group(2) : declared.group(1);
            Pattern call = Pattern.compile("(?m)^(?!.*\\b(?:await|async)\\b).*\\b" + Pattern.quote(name) + "\\s*\\(");
            Matcher missing = call.matcher(source);
            if (missing.find()) {
                long line = source.substring(0, missing.start()).lines().count() + 1;
                hints.add("The function " + name + " is async, and line " + line + " calls it without await.");
            }
        });
        return hints;
    }

    /** What to say of a match; null for nothing. */
    private interface Hint {
        String of(MatchResult found);
    }
}
