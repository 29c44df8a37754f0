// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path of a script begins after the application's own and {@code js}, whatever the client has encoded of them. */
class RequestedPathTest {
    @ParameterizedTest
    @CsvSource({
        "'', /js/cart.mjs, cart.mjs",
        "'', /%6As/%63art.mjs/a%20b, %63art.mjs/a%20b",
        "/shop, /shop/js/, ''",
        "/shop, /shop/js/cart.mjs//x/, cart.mjs//x/",
        "/scripting-session, /scripting%2Dsession/js/a/b.mjs, a/b.mjs",
        "/scripting-session, /scripting-session/%6a%73/a/b.mjs, a/b.mjs",
        "/shop, /shop/js/cart.mjs;z, cart.mjs;z",
        "/a/b, /%61/%62/js/c.mjs, c.mjs",
        "/a%20b, /a%20b/js/c.mjs, c.mjs",
        "/a%20b, /%61%20b/js/c.mjs, c.mjs",
        "/a b, /a%20b/js/c.mjs, c.mjs",
        "/ž, /%C5%BE/js/c.mjs, c.mjs"
    })
    void whatFollowsIsLeftAsItIs(String context, String uri, String path) {
        assertEquals(Optional.of(path), RequestedPath.below(context + "/js", uri));
    }

    @ParameterizedTest
    @CsvSource({
        "/shop, /shop/js",
        "/shop, /shop",
        "/shop, /js/cart.mjs",
        "/shop, /shop/JS/cart.mjs",
        "/shop, /shop//js/cart.mjs",
        "/shop, /shop;x=1/js/cart.mjs",
        "/shop, /shop/js;x/admin/secret.mjs",
        "/shop, /shop/js;/admin/secret.mjs",
        "/shop, //shop/js/cart.mjs",
        "/shop, /shop/x/../js/cart.mjs",
        "/shop, /shop%2fjs/cart.mjs",
        "/shop, /shop/js%2fcart.mjs",
        "/shop, /shop/./js/cart.mjs",
        "/shop, /shop/%2e/js/cart.mjs",
        "/shop, /shop/%256As/cart.mjs",
        "/shop, /shop/%6/cart.mjs",
        "/shop, /shop/j%/cart.mjs",
        "/shop, /sho/p/js/cart.mjs",
        "/a/b, /a%2Fb/js/c.mjs"
    })
    void anotherPathLeadsToNoScript(String context, String uri) {
        assertEquals(Optional.empty(), RequestedPath.below(context + "/js", uri));
    }

    /** Payara finds filters and constraints by what stands before the first semicolon. */
    @ParameterizedTest
    @CsvSource({
        "cart.mjs, true",
        "admin/cart.mjs;x, true",
        "cart.mjs/items/3;x=1, true",
        "admin;x/cart.mjs, false",
        ";/cart.mjs, false"
    })
    void parametersHideNothingFromTheContainer(String path, boolean mapped) {
        assertEquals(mapped, RequestedPath.isAsMapped(path));
    }
}
