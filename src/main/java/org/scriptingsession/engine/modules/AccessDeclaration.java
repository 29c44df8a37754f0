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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code export const access = { roles: [...] }} without running the script: it may consist of literals alone. */
final class AccessDeclaration {
    private static final String NAME = "access";

    private AccessDeclaration() {}

    /** The roles of the declaration; empty when there is none that can be read. */
    static Optional<List<String>> rolesIn(FunctionNode module) {
        if (module.getModule().getLocalExportEntries().stream().noneMatch(AccessDeclaration::isDeclaration)) {
            return Optional.empty();
        }
        for (Statement statement : module.getBody().getStatements()) {
            if (statement instanceof VarNode declaration
                    && declaration.isConst()
                    && declaration.getName().getName().equals(NAME)) {
                return roles(declaration.getInit());
            }
        }
        return Optional.empty();
    }

    /** {@code export { other as access }} exports a declaration of another name. */
    private static boolean isDeclaration(ExportEntry entry) {
        return NAME.equals(ModuleParser.string(entry.getExportName()))
                && NAME.equals(ModuleParser.string(entry.getLocalName()));
    }

    private static Optional<List<String>> roles(Expression value) {
        if (!(value instanceof ObjectNode object) || object.getElements().size() != 1) {
            return Optional.empty();
        }
        PropertyNode property = object.getElements().get(0);
        boolean plain = !property.isComputed() && !property.isAccessor() && !property.isRest();
        if (!plain
                || !"roles".equals(property.getKeyName())
                || !(property.getValue() instanceof LiteralNode<?> list)
                || !list.isArray()) {
            return Optional.empty();
        }
        List<String> roles = new ArrayList<>();
        for (Expression element : list.getElementExpressions()) {
            if (!(element instanceof LiteralNode<?> literal) || !literal.isString()) {
                return Optional.empty();
            }
            roles.add(literal.getString());
        }
        return Optional.of(List.copyOf(roles));
    }
}
