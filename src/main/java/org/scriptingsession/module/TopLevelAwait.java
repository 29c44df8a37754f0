// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;

/** Looks for an await outside every function of a parsed module. */
final class TopLevelAwait extends NodeVisitor<LexicalContext> {
    /** The module itself is the outermost function. */
    private int functions;

    private boolean found;

    private TopLevelAwait() {
        super(new LexicalContext());
    }

    static boolean in(FunctionNode module) {
        TopLevelAwait visitor = new TopLevelAwait();
        module.accept(visitor);
        return visitor.found;
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
    public boolean enterUnaryNode(UnaryNode node) {
        found |= functions == 1 && node.isTokenType(TokenType.AWAIT);
        return true;
    }

    @Override
    public boolean enterForNode(ForNode node) {
        found |= functions == 1 && node.isForAwaitOf();
        return true;
    }
}
