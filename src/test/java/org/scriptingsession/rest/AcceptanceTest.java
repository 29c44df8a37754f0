// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks for HTML by name, and before JSON, is a person in a browser. */
class AcceptanceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML",
                "application/xhtml+xml",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/html, application/json",
                "text/html;q=0.9;level=1, application/json;q=0.8",
                "application/json;q=0.1, text/html;q=0.2",
                "text/html;charset=utf-8"
            })
    void aPerson(String accept) {
        assertTrue(Acceptance.prefersHtml(accept), accept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/*",
                "application/json",
                "application/json, text/html",
                "application/problem+json, text/html;q=0.9",
                "text/html;q=0",
                "text/html;q=0.000",
                "text/html;q=0.2, application/json;q=0.3",
                "text/plain, */*",
                ";;;,,,",
                "text/htmlx"
            })
    void aProgram(String accept) {
        assertFalse(Acceptance.prefersHtml(accept), accept);
    }
}
