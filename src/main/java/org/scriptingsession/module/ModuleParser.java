// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.ir.ExportNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.ImportNode;
import com.oracle.js.parser.ir.Module;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ScriptModule.Binding;
import org.scriptingsession.module.ScriptModule.Exports;
import org.scriptingsession.module.ScriptModule.Import;

/**
 * Reads a module without running it, with the parser of GraalJS itself, so that what it accepts is what the engine accepts.
 * The parser is no published API: this class and {@link ModuleLoader} alone use it, and its version is pinned.
 */
public final class ModuleParser {
    private static final int ECMASCRIPT_2025 = 16;

    private final String path;
    private final Source source;

    private ModuleParser(String path, String text) {
        this.path = path;
        this.source = Source.sourceFor(path, text);
    }

    /** @throws org.scriptingsession.error.ScriptFailedException with file, line and column of a syntax error */
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
    static String location(String path, int line, int column) {
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
                .forEach(e -> indirect.put(
                        string(e.getExportName()),
                        new Binding(string(e.getModuleRequest().specifier()), name(e.getImportName()))));
        List<String> stars = module.getStarExportEntries().stream()
                .map(e -> string(e.getModuleRequest().specifier()))
                .toList();
        Exports exports = new Exports(local, Map.copyOf(indirect), stars);
        Optional<ScriptAccess> access = local.contains(AccessDeclaration.NAME)
                ? AccessDeclaration.in(root.getBody())
                : Optional.of(ScriptAccess.OPEN);
        return new ScriptModule(path, text, imports(module), exports, access);
    }

    private List<Import> imports(Module module) {
        Map<Integer, String> byPosition = new TreeMap<>();
        for (ImportNode node : module.getImports()) {
            byPosition.put(node.getStart(), string(node.getModuleSpecifier().getValue()));
        }
        for (ExportNode node : module.getExports()) {
            if (node.getModuleSpecifier() != null) {
                byPosition.put(node.getStart(), string(node.getModuleSpecifier().getValue()));
            }
        }
        Map<String, List<String>> names = importedNames(module);
        Map<String, Import> imports = new LinkedHashMap<>();
        byPosition.forEach((position, specifier) -> imports.computeIfAbsent(
                specifier,
                key -> new Import(
                        specifier,
                        source.getLine(position),
                        source.getColumn(position) + 1,
                        names.getOrDefault(specifier, List.of()))));
        return List.copyOf(imports.values());
    }

    private static Map<String, List<String>> importedNames(Module module) {
        Map<String, List<String>> names = new HashMap<>();
        module.getImportEntries().forEach(e -> {
            String name = name(e.getImportName());
            if (name != null) {
                names.computeIfAbsent(string(e.getModuleRequest().specifier()), key -> new ArrayList<>())
                        .add(name);
            }
        });
        module.getIndirectExportEntries().forEach(e -> {
            String name = name(e.getImportName());
            List<String> known =
                    names.computeIfAbsent(string(e.getModuleRequest().specifier()), key -> new ArrayList<>());
            if (name != null && !known.contains(name)) {
                known.add(name);
            }
        });
        return names;
    }

    /** The name of one binding; null for a namespace. */
    private static String name(TruffleString name) {
        return name == null || name.equals(Module.STAR_NAME) ? null : string(name);
    }

    private static String string(TruffleString text) {
        return text == null ? null : text.toJavaStringUncached();
    }

    private static String firstLine(ParserException e) {
        return e.getRawMessage() == null ? e.getMessage().lines().collect(Collectors.joining(" ")) : e.getRawMessage();
    }
}
