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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scriptingsession.engine.modules.ScriptModule.Binding;
import org.scriptingsession.engine.modules.ScriptModule.Exports;
import org.scriptingsession.engine.modules.ScriptModule.Import;
import org.scriptingsession.error.Mistake;

/**
 * Reads a module without running it, with the parser of GraalJS itself: what this parser accepts, the engine accepts.
 */
public final class ModuleParser {
    private static final int ECMASCRIPT_2025 = 16;

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
        Exports exports = new Exports(local, Map.copyOf(indirect), stars);
        return new ScriptModule(path, text, imports(module), exports, Declarations.in(root));
    }

    private List<Import> imports(Module module) {
        Map<Integer, LiteralNode<TruffleString>> byPosition = new TreeMap<>();
        module.getImports().forEach(node -> byPosition.put(node.getStart(), node.getModuleSpecifier()));
        module.getExports().stream()
                .filter(node -> node.getModuleSpecifier() != null)
                .forEach(node -> byPosition.put(node.getStart(), node.getModuleSpecifier()));
        Map<String, Set<String>> names = importedNames(module);
        Map<String, Import> imports = new LinkedHashMap<>();
        byPosition.forEach((position, literal) -> {
            String specifier = string(literal.getValue());
            List<String> imported = List.copyOf(names.getOrDefault(specifier, Set.of()));
            imports.putIfAbsent(
                    specifier,
                    new Import(specifier, source.getLine(position), source.getColumn(position) + 1, imported));
        });
        return List.copyOf(imports.values());
    }

    private static Map<String, Set<String>> importedNames(Module module) {
        Map<String, Set<String>> names = new HashMap<>();
        Stream.concat(
                        module.getImportEntries().stream().map(e -> binding(e.getModuleRequest(), e.getImportName())),
                        module.getIndirectExportEntries().stream()
                                .map(e -> binding(e.getModuleRequest(), e.getImportName())))
                .filter(binding -> binding.name() != null)
                .forEach(binding -> names.computeIfAbsent(binding.specifier(), key -> new LinkedHashSet<>())
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
