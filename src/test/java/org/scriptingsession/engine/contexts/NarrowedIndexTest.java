// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A script cannot tell that its index of a package was narrowed to the names it imports. */
class NarrowedIndexTest {
    private final TestContexts contexts = new TestContexts(Map.of());

    @BeforeEach
    void aPackage() {
        contexts.put("p/package.json", "{ \"sideEffects\": false }");
        contexts.put(
                "p/index.mjs",
                "export * from './counter.mjs'; export * from './broken.mjs'; export { x as default } from './x.mjs';");
        contexts.put("p/counter.mjs", "export let count = 1; export const add = () => ++count;");
        contexts.put("p/x.mjs", "export const x = () => 1;");
        contexts.put("p/broken.mjs", "export const broken = true; throw new Error('evaluated');");
    }

    @AfterEach
    void close() {
        contexts.close();
    }

    @Test
    void bindingsStayAlive() {
        run(
                """
                import { count, add } from "./p/index.mjs";
                import { count as same } from "./p/counter.mjs";
                add();
                if (count !== 2 || same !== 2) throw new Error(String([count, same]));
                """);
    }

    @Test
    void importAtRunTimeGivesTheFileWithTheSameFunctions() {
        contexts.put("p/broken.mjs", "export const broken = false;");
        run(
                """
                import x, { add } from "./p/index.mjs";
                const all = await import("./p/index.mjs");
                const names = Object.keys(all).join();
                if (names !== "add,broken,count,default") throw new Error(names);
                if (all.add !== add || all.default !== x) throw new Error("others");
                """);
    }

    @Test
    void whatNobodyImportsIsNotEvaluated() {
        run("import { count } from './p/index.mjs'; if (count !== 1) throw new Error(String(count));");
    }

    @Test
    void anotherRunEvaluatesAnew() {
        String script =
                "import { count, add } from './p/index.mjs'; add(); if (count !== 2) throw new Error(String(count));";
        for (int i = 0; i < 5; i++) {
            run(script);
        }
    }

    @Test
    void classesOfACircleAreThereInTime() {
        contexts.put("p/index.mjs", "export * from './base.mjs'; export * from './derived.mjs';");
        contexts.put(
                "p/base.mjs",
                "import { Derived } from './index.mjs'; export class Base { other() { return new Derived(); } }");
        contexts.put("p/derived.mjs", "import { Base } from './index.mjs'; export class Derived extends Base {}");
        run(
                "import { Base } from './p/index.mjs'; if (!(new Base().other() instanceof Base)) throw new Error('other');");
    }

    private void run(String script) {
        contexts.run(contexts.graph("entry", script));
    }
}
