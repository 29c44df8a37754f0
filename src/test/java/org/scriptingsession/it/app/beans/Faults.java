// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Fails in every way that a bean may. */
@ApplicationScoped
@ScriptModule("it/faults")
public class Faults {
    /** Of the application's own. */
    public static final class OutOfStock extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfStock(String message) {
            super(message);
        }
    }

    @Export
    public void checked() throws OutOfStock {
        throw new OutOfStock("no bread today");
    }

    @Export
    public void unchecked() {
        throw new IllegalStateException("closed");
    }

    @Export
    public void error() {
        throw new AssertionError("should not be");
    }

    @Export
    public void wordless() {
        throw new IllegalStateException();
    }

    @Export
    public void recursion() {
        recursion();
    }

    @Export
    public void refused() {
        throw new SecurityException("not you");
    }

    @Export
    public int constrained(@NotNull String name, @Min(1) int count) {
        return count;
    }

    @Export
    public Node itself() {
        Node node = new Node();
        node.next = node;
        return node;
    }

    @Export
    public List<String> large() {
        return Collections.nCopies(10, "x".repeat(1 << 20));
    }

    /** As a lazy collection is after its transaction. */
    @Export
    public List<String> lazy() {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                throw new IllegalStateException("no session any more");
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }

    @Export
    public String slow(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return "slept";
    }

    @Export
    public Object connection() {
        return Thread.currentThread();
    }

    /** Holds itself. */
    public static final class Node {
        private Node next;

        public Node getNext() {
            return next;
        }
    }
}
