// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.lang.reflect.Field;
import java.util.Map;
import org.graalvm.shadowed.com.ibm.icu.util.ULocale;
import org.scriptingsession.cases.ScriptCase;

/** A JVM of its own in which scripts ask for ever new locales; prints how many of their names ICU keeps. */
final class ManyLocales {
    private ManyLocales() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        try (TestContexts contexts = new TestContexts(Map.of("scripting.timeout", "PT5M"))) {
            String script = ScriptCase.text("locales.mjs");
            for (int seed = 0; seed < Integer.parseInt(args[0]); seed++) {
                contexts.run(contexts.graph("locales", "const seed = " + seed + ";\n" + script));
            }
            System.out.println("kept " + kept());
        }
    }

    /** The names in ICU's cache, which drops none. */
    private static int kept() throws ReflectiveOperationException {
        Field cache = ULocale.class.getDeclaredField("nameCache");
        cache.setAccessible(true);
        Field map = cache.get(null).getClass().getSuperclass().getDeclaredField("map");
        map.setAccessible(true);
        return ((Map<?, ?>) map.get(cache.get(null))).size();
    }
}
