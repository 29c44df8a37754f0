// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scripts set, get, remove and list attributes of the container's session. */
@ExtendWith(ArquillianExtension.class)
class SessionAttributesIT {
    private static final String SCRIPT = "attributes.mjs";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war(
                "attributes",
                Map.of("scripting.session.attribute.max-bytes", "100", "scripting.session.max-bytes", "1149"));
    }

    @Test
    void anAttributeLivesAcrossCalls() {
        assertEquals("\"value1\"", client.value(SCRIPT, "set"));

        assertEquals("\"value1\"", client.value(SCRIPT, "get"));
    }

    @Test
    void eachValueComesBackAsJavaScriptPrintsIt() {
        assertEquals("[]", client.value(SCRIPT, "values"));
    }

    @Test
    void settingReplacesAndReturnsWhatIsStored() {
        assertEquals("[\"one\",\"2\",\"2\"]", client.value(SCRIPT, "replace"));
    }

    @Test
    void anAbsentAttributeIsNull() {
        assertEquals("null", client.value(SCRIPT, "absent"));
    }

    @Test
    void settingNullRemoves() {
        assertEquals("[\"x\",null,null,false]", client.value(SCRIPT, "setNull"));
    }

    @Test
    void settingUndefinedRemoves() {
        assertEquals("[\"x\",null,null,false]", client.value(SCRIPT, "setUndefined"));
    }

    @Test
    void removingReturnsTheValueThenNull() {
        assertEquals("[\"5\",\"5\",null,null]", client.value(SCRIPT, "remove"));
    }

    @Test
    void namesListsWhatIsSet() {
        assertEquals("[\"a b\",\"b\",\"日本\"]", client.value(SCRIPT, "names"));
    }

    @Test
    void namesDifferByCase() {
        assertEquals("[\"upper\",\"lower\",\"upper\"]", client.value(SCRIPT, "caseMatters"));
    }

    @Test
    void whatIsNoNameIsRefusedByEveryFunction() {
        assertEquals("[]", client.value(SCRIPT, "invalidNames"));
    }

    @Test
    void theContainersEntriesAreNeitherReadNorSetNorRemoved() {
        assertEquals("[]", client.value(SCRIPT, "reserved"));
    }

    @Test
    void whatCannotBeStoredIsRefusedAndTheSessionIsAsItWas() {
        String refused = "[\"TypeError INVALID_VALUE\",\"before\",[\"a\"]]";

        client.call(SCRIPT, "unstorable")
                .getJsonObject("returned")
                .forEach((type, outcome) -> assertEquals(refused, outcome.toString(), type));
    }

    @Test
    void aValueMayFillTheLimitAndNotPassIt() {
        assertEquals("[null,null,\"TypeError LIMIT_EXCEEDED\"]", client.value(SCRIPT, "limits"));
    }

    @Test
    void theLimitCountsUtf8() {
        String over = "\"TypeError LIMIT_EXCEEDED\"";

        assertEquals("[null," + over + ",null," + over + ",null," + over + "]", client.value(SCRIPT, "limitInUtf8"));
    }

    @Test
    void aValueOverTheLimitLeavesTheSessionAsItWas() {
        assertEquals("[\"TypeError LIMIT_EXCEEDED\",\"before\",[\"a\"]]", client.value(SCRIPT, "overLimitKeeps"));
    }

    @Test
    void theSumOfTheValuesHasALimitToo() {
        assertEquals("[null,null,\"TypeError LIMIT_EXCEEDED\"]", client.value(SCRIPT, "sum"));
    }

    @Test
    void namesAndEmptyTextsCountToo() {
        assertEquals("[114,\"TypeError LIMIT_EXCEEDED\"]", client.value(SCRIPT, "fill"));
    }

    @Test
    void removingMakesRoom() {
        client.value(SCRIPT, "sum");

        assertEquals("null", client.value(SCRIPT, "sumFreed"));
    }

    @Test
    void aRefusalNamesTheAttributeAndTheSetting() {
        String message = client.call(SCRIPT, "message").getString("message");

        assertTrue(message.contains("scripting.session.attribute.max-bytes"), message);
    }

    @Test
    void twoClientsHaveTwoSessions() {
        client.value(SCRIPT, "set");

        assertEquals("null", new ScriptClient().value(SCRIPT, "get"));
    }
}
