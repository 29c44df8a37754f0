// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.scriptingsession.module.ScriptModule.Trait;

/**
 * Finds in a parsed module what keeps it from sharing a context. It errs on the safe side: a name counts as assigned when
 * any variable of that name is, in whatever scope.
 */
final class ModuleTraits extends NodeVisitor<LexicalContext> {
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final Set<String> assigned = new HashSet<>();
    private int functions;

    private ModuleTraits() {
        super(new LexicalContext());
    }

    static ModuleTraits of(FunctionNode module) {
        ModuleTraits visitor = new ModuleTraits();
        module.accept(visitor);
        return visitor;
    }

    Set<Trait> traits() {
        return traits;
    }

    Set<String> assigned() {
        return assigned;
    }

    @Override
    public boolean enterFunctionNode(FunctionNode node) {
        functions++;
        return true;
    }

    @Override
    public FunctionNode leaveFunctionNode(FunctionNode node) {
        functions--;
        return node;
    }

    @Override
    public boolean enterIdentNode(IdentNode node) {
        if (!node.isPropertyName()
                && (node.getName().equals("eval") || node.getName().equals("Function"))) {
            traits.add(Trait.CODE_FROM_STRINGS);
        }
        return true;
    }

    @Override
    public boolean enterCallNode(CallNode node) {
        if (node.isImport() || node.isImportSource() || node.isImportDefer()) {
            traits.add(Trait.DYNAMIC_IMPORT);
        }
        return true;
    }

    @Override
    public boolean enterBinaryNode(BinaryNode node) {
        if (node.isAssignment()) {
            collectTargets(node.getLhs());
        }
        return true;
    }

    @Override
    public boolean enterUnaryNode(UnaryNode node) {
        if (node.isAssignment()) {
            collectTargets(node.getExpression());
        }
        // the module itself is the outermost function
        if (node.isTokenType(TokenType.AWAIT) && functions == 1) {
            traits.add(Trait.TOP_LEVEL_AWAIT);
        }
        return true;
    }

    @Override
    public boolean enterForNode(ForNode node) {
        if (node.isForInOrOf() && node.getInit() != null) {
            collectTargets(node.getInit());
        }
        if (node.isForAwaitOf() && functions == 1) {
            traits.add(Trait.TOP_LEVEL_AWAIT);
        }
        return true;
    }

    /** In a destructuring pattern every name counts, defaults and keys included: more than assigned, never less. */
    private void collectTargets(Expression target) {
        target.accept(new NodeVisitor<LexicalContext>(new LexicalContext()) {
            @Override
            public boolean enterIdentNode(IdentNode node) {
                assigned.add(node.getName());
                return true;
            }
        });
    }
}
