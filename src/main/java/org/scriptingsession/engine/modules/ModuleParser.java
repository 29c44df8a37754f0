// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.Module;
import com.oracle.js.parser.ir.Module.ModuleRequest;
import com.oracle.truffle.api.strings.TruffleString;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scriptingsession.engine.modules.ScriptModule.Binding;
import org.scriptingsession.engine.modules.ScriptModule.Exports;
import org.scriptingsession.engine.modules.ScriptModule.Import;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JsonText;

/**
 * Reads a module without running it, with the parser of GraalJS itself: what this parser accepts, the engine accepts.
 */
public final class ModuleParser {
    private static final int ECMASCRIPT_2025 = 16;

    /** By JSON.parse: in a literal {@code __proto__} would be no member. */
    private static final String JSON_MODULE =
            """
            const freeze = (value) => {
              if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
              return value;
            };
            export default freeze(JSON.parse(%s));
            """;

    private final String path;
    private final Source source;

    private ModuleParser(String path, String text) {
        this.path = path;
        this.source = Source.sourceFor(path, text);
    }

    /** @throws org.scriptingsession.api.ScriptingException with file, line and column of a syntax error */
    public static ScriptModule parse(String path, String text) {
        ModuleParser parser = new ModuleParser(path, text);
        try {
            return parser.describe(parser.parse(), text);
        } catch (ParserException e) {
            throw Mistake.SYNTAX_ERROR.with(
                    location(path, Math.max(1, e.getLineNumber()), e.getColumnNumber() + 1), firstLine(e));
        } catch (StackOverflowError e) {
            throw Mistake.SYNTAX_ERROR.with(location(path, 1, 1), "nested too deeply to be parsed");
        }
    }

    /**
     * Makes a module of a JSON file, as ECMA-262, 16.2.1.8 has it: its value, frozen to the last, is the default export.
     *
     * @throws org.scriptingsession.api.ScriptingException with file, line and column of what is no JSON
     */
    public static ScriptModule parseJson(String path, String text) {
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = JsonText.JSON.createParser(new StringReader(json))) {
            parser.next();
            while (parser.hasNext()) {
                parser.next();
            }
        } catch (JsonParsingException e) {
            JsonLocation place = e.getLocation();
            throw Mistake.SYNTAX_ERROR.because(
                    e, location(path, (int) place.getLineNumber(), (int) place.getColumnNumber()), "this is no JSON");
        } catch (RuntimeException e) {
            throw Mistake.SYNTAX_ERROR.because(e, location(path, 1, 1), "this is no JSON that can be read");
        }
        Exports exports = new Exports(List.of("default"), Map.of(), List.of(), false);
        return new ScriptModule(path, JSON_MODULE.formatted(JsonText.of(json)), List.of(), exports, Map.of(), json);
    }

    /** {@code cart.mjs:12:5}: without the leading slash, as the scripts' author knows the file. */
    public static String location(String path, int line, int column) {
        return path.substring(1) + ":" + line + ":" + column;
    }

    private FunctionNode parse() {
        ScriptEnvironment.Builder environment = ScriptEnvironment.builder();
        environment.ecmaScriptVersion(ECMASCRIPT_2025).strict(true).annexB(true).allowBigInt(true);
        environment
                .importAttributes(true)
                .classFields(true)
                .privateFieldsIn(true)
                .topLevelAwait(true);
        return new Parser(environment.build(), source, new ErrorManager.ThrowErrorManager()).parseModule(path);
    }

    private ScriptModule describe(FunctionNode root, String text) {
        Module module = root.getModule();
        List<String> local = module.getLocalExportEntries().stream()
                .map(e -> string(e.getExportName()))
                .toList();
        Map<String, Binding> indirect = new HashMap<>();
        module.getIndirectExportEntries()
                .forEach(
                        e -> indirect.put(string(e.getExportName()), binding(e.getModuleRequest(), e.getImportName())));
        List<String> stars = module.getStarExportEntries().stream()
                .map(e -> string(e.getModuleRequest().specifier()))
                .toList();
        // the first statement is the parser's own: there a module waits until it is linked
        boolean areAll = local.isEmpty() && root.getBody().getStatementCount() == 1;
        Exports exports = new Exports(local, Map.copyOf(indirect), stars, areAll);
        return new ScriptModule(path, text, imports(module), exports, Declarations.in(root), null);
    }

    private List<Import> imports(Module module) {
        Map<Integer, ModuleRequest> byPosition = new TreeMap<>();
        module.getImports()
                .forEach(node ->
                        byPosition.put(node.getStart(), request(node.getModuleSpecifier(), node.getAttributes())));
        module.getExports().stream()
                .filter(node -> node.getModuleSpecifier() != null)
                .forEach(node ->
                        byPosition.put(node.getStart(), request(node.getModuleSpecifier(), node.getAttributes())));
        Map<String, Set<String>> names = importedNames(module);
        Set<String> whole = wholeNamespaces(module);
        Map<String, Import> imports = new LinkedHashMap<>();
        byPosition.forEach((position, request) -> {
            String specifier = string(request.specifier());
            List<String> imported = List.copyOf(names.getOrDefault(specifier, Set.of()));
            int line = source.getLine(position);
            int column = source.getColumn(position) + 1;
            boolean json =
                    isOfJson(request, () -> Mistake.IMPORT_ATTRIBUTES.with(location(path, line, column), specifier));
            imports.putIfAbsent(
                    specifier, new Import(specifier, json, line, column, imported, whole.contains(specifier)));
        });
        return List.copyOf(imports.values());
    }

    private static ModuleRequest request(
            LiteralNode<TruffleString> specifier, Map<TruffleString, TruffleString> attributes) {
        return ModuleRequest.create(specifier.getValue(), attributes);
    }

    /** Whether a request has the one attribute there is; refused when it has another. */
    static <E extends RuntimeException> boolean isOfJson(ModuleRequest request, Supplier<E> refusal) {
        request.attributes().forEach((key, value) -> {
            if (!string(key).equals("type") || !string(value).equals("json")) {
                throw refusal.get();
            }
        });
        return !request.attributes().isEmpty();
    }

    private static Stream<Binding> bindings(Module module) {
        return Stream.concat(
                module.getImportEntries().stream().map(e -> binding(e.getModuleRequest(), e.getImportName())),
                module.getIndirectExportEntries().stream().map(e -> binding(e.getModuleRequest(), e.getImportName())));
    }

    private static Set<String> wholeNamespaces(Module module) {
        return Stream.concat(
                        bindings(module)
                                .filter(binding -> binding.name() == null)
                                .map(Binding::specifier),
                        module.getStarExportEntries().stream()
                                .map(e -> string(e.getModuleRequest().specifier())))
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> importedNames(Module module) {
        Map<String, Set<String>> names = new HashMap<>();
        bindings(module).filter(binding -> binding.name() != null).forEach(binding -> names.computeIfAbsent(
                        binding.specifier(), key -> new LinkedHashSet<>())
                .add(binding.name()));
        return names;
    }

    private static Binding binding(ModuleRequest request, TruffleString name) {
        boolean namespace = name == null || name.equals(Module.STAR_NAME);
        return new Binding(string(request.specifier()), namespace ? null : string(name));
    }

    static String string(TruffleString text) {
        return text == null ? null : text.toJavaStringUncached();
    }

    private static String firstLine(ParserException e) {
        return e.getRawMessage() == null ? e.getMessage().lines().collect(Collectors.joining(" ")) : e.getRawMessage();
    }
}
