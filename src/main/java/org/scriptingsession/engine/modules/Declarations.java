// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.modules;

import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.Module.ExportEntry;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code export const name = ...} without running the script, where it consists of literals alone. */
final class Declarations {
    private Declarations() {}

    /**
     * What the module declares, by name: objects as maps, arrays as lists, strings, numbers and booleans. What cannot be read
     * is missing.
     */
    static Map<String, Object> in(FunctionNode module) {
        Set<String> exported = new HashSet<>();
        for (ExportEntry entry : module.getModule().getLocalExportEntries()) {
            // export { other as access } exports a declaration of another name
            if (entry.getExportName().equals(entry.getLocalName())) {
                exported.add(ModuleParser.string(entry.getExportName()));
            }
        }
        Map<String, Object> declared = new HashMap<>();
        for (Statement statement : module.getBody().getStatements()) {
            if (statement instanceof VarNode declaration
                    && declaration.isConst()
                    && exported.contains(declaration.getName().getName())) {
                Object value = literal(declaration.getInit());
                if (value != null) {
                    declared.put(declaration.getName().getName(), value);
                }
            }
        }
        return declared;
    }

    /** Null for what is no literal. */
    private static Object literal(Expression expression) {
        if (expression instanceof ObjectNode object) {
            return object(object);
        }
        if (!(expression instanceof LiteralNode<?> literal)) {
            return null;
        }
        if (literal.isArray()) {
            return array(literal);
        }
        Object value = literal.getValue();
        if (value instanceof TruffleString text) {
            return ModuleParser.string(text);
        }
        return value instanceof Number || value instanceof Boolean ? value : null;
    }

    private static Map<String, Object> object(ObjectNode object) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (PropertyNode property : object.getElements()) {
            boolean plain = !property.isComputed() && !property.isAccessor() && !property.isRest();
            Object value = plain ? literal(property.getValue()) : null;
            if (value == null || members.put(property.getKeyName(), value) != null) {
                return null;
            }
        }
        return members;
    }

    private static List<Object> array(LiteralNode<?> array) {
        List<Object> elements = new ArrayList<>();
        for (Expression element : array.getElementExpressions()) {
            Object value = element == null ? null : literal(element);
            if (value == null) {
                return null;
            }
            elements.add(value);
        }
        return elements;
    }
}
