// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.oracle.truffle.js.builtins.helper.IsPristineObjectNode;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.scriptingsession.engine.values.GuestFunction;

/** The engine takes its short way for regular expressions in hardened contexts, too, and for those alone that nobody has changed. */
class UntouchedRegExpTest {
    private static final String QUESTIONS =
            """
            (isUntouched) => [
              isUntouched(/a/), isUntouched(new RegExp("a", "g")),
              isUntouched(Object.assign(/a/, { exec: () => null })),
              isUntouched(Object.defineProperty(/a/, "global", { value: true })),
              isUntouched(new (class extends RegExp {})("a")),
              isUntouched(Object.setPrototypeOf(/a/, { __proto__: RegExp.prototype, exec() {} })),
            ].join()
            """;

    @Test
    void whatNobodyHasChangedIsUntouchedInEachContext() {
        try (TestContexts contexts = new TestContexts(Map.of())) {
            List<PooledContext> pool = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                pool.add(contexts.create());
                for (PooledContext context : pool) {
                    assertEquals("true,true,false,false,false,false", answers(context));
                }
            }
            pool.forEach(PooledContext::close);
        }
    }

    private static String answers(PooledContext context) {
        context.polyglot().enter();
        try {
            JSRealm realm = JavaScriptLanguage.getCurrentJSRealm();
            IsPristineObjectNode engines = IsPristineObjectNode.createRegExpExecAndMatch(realm.getContext());
            Value isUntouched = context.polyglot()
                    .asValue(GuestFunction.of(
                            realm,
                            "isUntouched",
                            frame -> engines.execute((JSDynamicObject) GuestFunction.argument(frame, 0))));
            return context.polyglot().eval("js", QUESTIONS).execute(isUntouched).asString();
        } finally {
            context.polyglot().leave();
        }
    }
}
