// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** A path as the client sent it leads to one script or to none. */
class ScriptUrlTest {
    private static final Set<String> SCRIPTS = Set.of(
            "/cart.mjs",
            "/old.js",
            "/shop/cart.mjs",
            "/_private.mjs",
            "/_lib/a.mjs",
            "/.git/a.mjs",
            "/a b/ž.mjs",
            "/a+b.mjs");

    @ParameterizedTest
    @CsvSource({
        "cart.mjs, /cart.mjs, ''",
        "cart.mjs/, /cart.mjs, ''",
        "cart.mjs/items/3, /cart.mjs, items/3",
        "cart.mjs/_x/.y, /cart.mjs, _x/.y",
        "cart.mjs//x, /cart.mjs, /x",
        "cart.mjs/old.js, /cart.mjs, old.js",
        "old.js/a%20b, /old.js, a b",
        "shop/cart.mjs, /shop/cart.mjs, ''",
        "%63art.mjs, /cart.mjs, ''",
        "a%20b/%c5%be.mjs, /a b/ž.mjs, ''",
        "a%20b/ž.mjs, /a b/ž.mjs, ''",
        "a+b.mjs, /a+b.mjs, ''",
        "cart.mjs;jsessionid=1, /cart.mjs, ''",
        "shop;a=b/cart.mjs/x;y, /shop/cart.mjs, x",
        "cart.mjs/%252e, /cart.mjs, %2e"
    })
    void aScriptAndWhatFollowsIt(String raw, String script, String resource) {
        ScriptUrl<String> found = ScriptUrl.of(raw, ScriptUrlTest::find);
        assertEquals(script + "|" + resource, found.script() + "|" + found.resourcePath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "absent.mjs",
                "CART.mjs",
                "shop",
                "shop/",
                "_private.mjs",
                "%5fprivate.mjs",
                "_lib/a.mjs",
                ".git/a.mjs",
                "%2egit/a.mjs",
                "/cart.mjs",
                "//cart.mjs",
                "./cart.mjs",
                "%2e/cart.mjs",
                ".;x/cart.mjs",
                "shop/../cart.mjs",
                "shop/%2e%2e/cart.mjs",
                "shop/..;/cart.mjs",
                "shop/..;x=y/cart.mjs",
                "shop/.%2e;/cart.mjs",
                "shop%2fcart.mjs",
                "shop%5ccart.mjs",
                "shop\\cart.mjs",
                "cart.mjs%00",
                "cart.mjs/%00",
                "cart.mjs/..",
                "cart.mjs/a/../b",
                "cart.mjs/a%2fb",
                "cart.mjs/%0a",
                "%63%61%72%74%2emjs%",
                "%6",
                "%",
                "%zz",
                "%-1cart.mjs",
                "%c0%ae%c0%ae/cart.mjs",
                "%ff.mjs",
                "%ef%bc%8e%ef%bc%8e/cart.mjs",
                ";/cart.mjs",
                "%3b/cart.mjs"
            })
    void anythingElseIsNoScript(String raw) {
        Failures.of(Mistake.NO_SCRIPT, () -> ScriptUrl.of(raw, ScriptUrlTest::find));
    }

    @Test
    void onlyTheFirstSegmentsAreLookedUp() {
        AtomicInteger asked = new AtomicInteger();
        Function<String, Optional<String>> find = path -> {
            asked.incrementAndGet();
            return Optional.empty();
        };

        Failures.of(Mistake.NO_SCRIPT, () -> ScriptUrl.of("a.mjs/".repeat(70_000), find));
        assertEquals(64, asked.get());
    }

    @Test
    void whatFollowsAScriptMayBeOfManySegments() {
        String rest = "a.mjs/".repeat(1300);

        assertEquals(rest, ScriptUrl.of("cart.mjs/" + rest, ScriptUrlTest::find).resourcePath());
    }

    @Test
    void thePathInfoIsAllThatFollowsTheMapping() {
        for (String path : List.of("/a.mjs", "/a.mjs/", "/a.mjs/b/c", "/a.mjs//b", "/f/a.mjs/\u017e")) {
            assertEquals(path, ScriptUrl.of(path.substring(1), Optional::of).pathInfo());
        }
        assertEquals(
                "/a.mjs/\u017e",
                ScriptUrl.of("a.mjs;x=1/%C5%BE;y", Optional::of).pathInfo());
    }

    private static Optional<String> find(String path) {
        return Optional.of(path).filter(SCRIPTS::contains);
    }
}
