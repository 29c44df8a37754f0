// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.Map;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.cases.ScriptCase;
import org.scriptingsession.error.Failure;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.module.ModuleGraph;

/** Calls every function of session, request and response where a recursion has left little of the stack, or nothing. */
final class DeepCalls {
    private static final long STACK = 320 << 10;

    private DeepCalls() {}

    public static void main(String[] arguments) throws InterruptedException {
        Thread thread = new Thread(null, DeepCalls::run, "deep", STACK);
        thread.start();
        thread.join();
    }

    private static void run() {
        int functions = 0;
        try (TestContexts contexts =
                new TestContexts(Map.of("scripting.contexts", "1", "scripting.timeout", "PT10M"))) {
            contexts.warm();
            ModuleGraph innocent = contexts.graph("innocent", ScriptCase.text("innocent.mjs"));
            while (callDeep(contexts, functions)) {
                contexts.serve(innocent);
                functions++;
            }
        }
        System.out.println("all is well after " + functions);
    }

    /** @return false when there is no such function */
    private static boolean callDeep(TestContexts contexts, int function) {
        try {
            contexts.serve(contexts.graph("deep", "const index = " + function + "; " + ScriptCase.text("deep.mjs")));
            return true;
        } catch (ScriptingException e) {
            // a script that has used up the stack may fail, if nobody else does
            if (e instanceof Failure failure && failure.mistake() == Mistake.RESOURCE_EXHAUSTED) {
                return true;
            }
            if (e.getMessage().contains("all were called")) {
                return false;
            }
            throw e;
        }
    }
}
