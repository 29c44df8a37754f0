// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.Basket;
import org.scriptingsession.it.app.ComponentFilter;
import org.scriptingsession.it.app.Line;
import org.scriptingsession.it.app.Place;
import org.scriptingsession.it.app.TypedServlet;

/** Values keep their type between scripts, the session and Java components. */
@ExtendWith(ArquillianExtension.class)
class TypedValuesIT {
    private static final String SCRIPT = "typed.mjs";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("typed")
                .addClasses(Basket.class, ComponentFilter.class, Line.class, Place.class, TypedServlet.class)
                .addAsWebInfResource(
                        Deployments.resource("faces/faces-config.xml").toFile(), "faces-config.xml")
                .addAsWebResource(Deployments.resource("faces/cart.xhtml").toFile(), "cart.xhtml");
    }

    @Test
    void aNameOf1024CharactersIsTaken() {
        assertEquals("\"x\"", client.value(SCRIPT, "longestName"));
    }

    @Test
    void aValueComesBackTypeForTypeInALaterCall() {
        assertEquals("true", client.value(SCRIPT, "store"));

        assertEquals(
                "[true,true,true,1500,true,\"9,10,items,,__proto__,big,empty\",true,true,true,true]",
                client.value(SCRIPT, "read"));
    }

    @Test
    void scalarsKeepTheirTypeToo() {
        assertEquals("[\"a,true,0.5,-7,\",\"a,true,0.5,-7,\"]", client.value(SCRIPT, "scalars"));
    }

    @Test
    void getAttributeGivesTheJson() {
        client.value(SCRIPT, "store");

        assertEquals("true", client.value(SCRIPT, "text"));
    }

    @Test
    void setAttributeAndRemoveAttributeGiveItsText() {
        String text = "\"[1,\\\"1970-01-01T00:00:00.000Z\\\"]\"";

        assertEquals("[" + text + ",0," + text + "]", client.value(SCRIPT, "setAttributeTakesThemToo"));
    }

    @Test
    void absentIsUndefinedAndNoSessionIsMade() {
        assertEquals("[true,false,false,[]]", client.value(SCRIPT, "absent"));
        assertTrue(client.sessionCookie().isEmpty());
    }

    @Test
    void theNullOfGetAttributeIsTheLanguagesOwn() {
        assertEquals(
                "[true,true,true,\"object\",\"x\",\"{\\\"nothing\\\":null}\"]", client.value(SCRIPT, "nothingIsNull"));
    }

    @Test
    void nullAndUndefinedRemove() {
        assertEquals("[true,false,false]", client.value(SCRIPT, "nullRemoves"));
    }

    @Test
    void deleteSaysWhetherItWasThere() {
        assertEquals("[true,false,true]", client.value(SCRIPT, "deleted"));
    }

    @Test
    void whatCannotBeStoredIsRefusedAndTheSessionIsAsItWas() {
        JsonObject outcomes = client.call(SCRIPT, "refused").getJsonObject("returned");

        assertEquals(9, outcomes.size());
        outcomes.forEach((name, outcome) -> {
            String code = name.matches("large|many|nested") ? "LIMIT_EXCEEDED" : "INVALID_VALUE";
            assertEquals("\"TypeError " + code + ",before,true\"", outcome.toString(), name);
        });
    }

    @Test
    void theErrorNamesThePlace() {
        String message = client.call(SCRIPT, "place").getString("message");

        assertTrue(message.startsWith("cart.items[2].fn: a value of type function cannot be stored"), message);
    }

    @Test
    void aChangeOfACopyIsAnErrorAndChangesNothing() {
        assertEquals(
                "[\"TypeError undefined\",\"TypeError undefined\",\"{\\\"list\\\":[1]}\"]",
                client.value(SCRIPT, "changesOfACopy"));
    }

    @Test
    void whatIsNoNameIsRefusedAndTheContainersEntriesAreHidden() {
        String invalid = "\"TypeError INVALID_NAME\"";

        assertEquals(String.join(",", "[" + invalid, invalid, invalid, invalid + "]"), client.value(SCRIPT, "names"));
        assertEquals("[true,false," + invalid + "]", client.value(SCRIPT, "container"));
    }

    @Test
    void theSessionHoldsClassesOfTheJdkAlone() {
        client.value(SCRIPT, "store");

        assertEquals(
                "java.lang.Boolean java.lang.Double java.lang.Integer java.lang.Long java.lang.String"
                        + " java.util.Collections$UnmodifiableMap java.util.Collections$UnmodifiableRandomAccessList"
                        + " java.util.Date",
                body("typed/classes"));
        assertEquals("true", body("typed/serialize"));
    }

    @Test
    void jsonBindingAndFacesReadThem() {
        client.value(SCRIPT, "store");

        assertTrue(body("typed/json").contains("\"price\":2.5"));
        String page = body("cart.xhtml");
        assertTrue(page.contains("tea ☕|5.0|1500|1"), page);
    }

    @Test
    void aScriptSeesJavasValuesAsTheirLike() {
        body("typed/store");

        assertEquals("[\"1,,x\",null,5,true,1099511627776,19.99]", client.value(SCRIPT, "fromJava"));
    }

    @Test
    void anotherComponentsObjectIsTextAndRefusedByGet() {
        body("typed/store");

        assertEquals("[\"TypeError INVALID_VALUE\",\"Place of Sofia\",true]", client.value(SCRIPT, "stranger"));
        assertEquals("[\"TypeError INVALID_VALUE\",\"123456789012345678901234567890\"]", client.value(SCRIPT, "huge"));
    }

    @Test
    void whatFailsWhileItIsReadIsAnErrorOfTheScriptAndTheRunGoesOn() {
        String refused = "\"TypeError INVALID_VALUE\"";

        assertEquals(
                "[" + (refused + ",").repeat(5) + "\"NEW\",\"19.99\",19.99,7,1]",
                client.value(SCRIPT, "failing?component"));
        assertEquals("1", client.value(SCRIPT, "ran"));
    }

    @Test
    void numbersOfTheRequestAreNumbersOrText() {
        String refused = "\"TypeError INVALID_VALUE\"";

        assertEquals(
                "[19.99,2,\"123456789012345678901234567890\",7,\"NEW\"," + refused + "," + refused + "]",
                client.value("request.mjs", "ofAnotherComponent?component"));
    }

    @Test
    void recordsGoBothWays() {
        body("typed/record");
        assertEquals("[\"tea\",2,2]", client.value(SCRIPT, "fromRecord"));
        assertEquals("true", client.value(SCRIPT, "forRecord"));

        assertEquals("Line[item=salt, count=3, notes=[fine]]", body("typed/readRecord"));
        assertEquals("INVALID_VALUE", body("typed/wrongType"));
        assertEquals("INVALID_VALUE", body("typed/unstorable"));
    }

    @Test
    void changeIdKeepsTheAttributesAndTheOldIdIsDead() {
        client.value(SCRIPT, "store");
        String before = client.sessionCookie().orElseThrow();
        ScriptClient thief = client.secondWindow();

        assertEquals("[true,true,1]", client.value(SCRIPT, "changeId"));

        assertNotEquals(before, client.sessionCookie().orElseThrow());
        assertEquals("true", client.value(SCRIPT, "text"));
        assertEquals("[true,false,false,[]]", thief.value(SCRIPT, "absent"));
    }

    @Test
    void changeIdCreatesASessionOnDemand() {
        assertEquals("[true,true,1]", client.value(SCRIPT, "changeId"));
        assertTrue(client.sessionCookie().isPresent());
    }

    @Test
    void javaChangesTheIdToo() {
        client.value(SCRIPT, "store");

        assertEquals("true true", body("typed/changeId"));
        assertEquals("true", client.value(SCRIPT, "text"));
    }

    @Test
    void anIdDoesNotChangeAfterOutputWasSent() {
        assertEquals("sent RESPONSE_COMMITTED", body("js/it/committed.mjs"));
    }

    @Test
    void attributesOfTheRequestAreTypedAsWell() {
        assertEquals(
                "[\"{\\\"list\\\":[1,null]}\",true,\"TypeError INVALID_VALUE\"]",
                client.value("request.mjs", "attributes"));
    }

    private String body(String path) {
        var response = client.get(path);
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }
}
