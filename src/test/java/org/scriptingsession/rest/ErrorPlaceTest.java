// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptingsession.error.Mistake;

/** Places in scripts, as errors name them. */
class ErrorPlaceTest {
    @Test
    void theFramesOfAStackAreThePlaces() {
        String stack =
                "\n    at add (shop (old)/cart.mjs:12:5)\n    at :program (shop/page.mjs:1:1)\n    at <b> (x.js:3:4)";

        assertEquals(
                List.of(
                        new ErrorPlace("add", "shop (old)/cart.mjs", 12, 5),
                        new ErrorPlace(":program", "shop/page.mjs", 1, 1),
                        new ErrorPlace("<b>", "x.js", 3, 4)),
                ErrorPlace.of(Mistake.SCRIPT_FAILED.at(stack, null, "shop/cart.mjs:12:5", "Error: x")));
    }

    @Test
    void aMistakeBeforeAnythingRanNamesItsPlaceFirst() {
        assertEquals(
                List.of(new ErrorPlace("", "my cart.mjs", 2, 9)),
                ErrorPlace.of(Mistake.SYNTAX_ERROR.with("my cart.mjs:2:9", "Expected ;")));
        assertEquals(
                List.of(new ErrorPlace("", "prices.json", 1, 4)),
                ErrorPlace.of(Mistake.SYNTAX_ERROR.with("prices.json:1:4", "this is no JSON")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart.mjs", "cart.mjs:x:1", "cart.mjs:99999999999:1", "1:2"})
    void whatNamesNoPlaceHasNone(String place) {
        assertEquals(List.of(), ErrorPlace.of(Mistake.SYNTAX_ERROR.with(place, "x")));
    }
}
