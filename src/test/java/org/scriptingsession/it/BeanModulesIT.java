// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptingsession.it.app.beans.Shop;

/** Scripts call the application's beans. */
@ExtendWith(ArquillianExtension.class)
class BeanModulesIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return PoolFigures.addTo(Deployments.war("beans", Map.of("scripting.timeout", "PT3S")))
                .addPackage(Shop.class.getPackage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            scalars     | ["Hello Ann",3,42,1.5,"A","x deleted"]
            records     | [6,{"bread":{"count":2,"name":"bread","price":2.5},"milk":{"count":1,"name":"milk","price":1}},4,[{"count":1,"name":"milk","price":1},{"count":2,"name":"bread","price":2.5}]]
            collections | ["a","b"]
            optional    | [{"count":1,"name":"bread","price":1.5},true,"number 5","none","none"]
            nothing     | [true,true,true,true]
            bytes       | [true,[250,2,1],[7,8],"byte[]"]
            times       | [1000,0,true,"2026-03-01","MONDAY","123e4567-e89b-12d3-a456-426614174000"]
            any         | [{"a":[1,"b",null,true]},"Integer","Double","Long","String","Boolean",true,"null"]
            module      | [true,true,true,"undefined","greet","delete",30]
            frozen      | [true,true]
            logo        | [[1,2,3],[1,2,3]]
            inContainers | [true,true,7,true,3,"de-AT",0.5]
            inherited   | ["Line","bread",2]
            tooMany     | 3
            """)
    void valuesConvertBothWays(String name, String expected) {
        assertEquals(expected, client.value("values.mjs", name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            fraction      | b
            missing       | b
            tooLarge      | b
            text          | name
            noText        | a
            flag          | name
            inList        | lines[1]
            cut           | lines[0]
            scalarForList | lines
            word          | letter
            noDay         | day
            aFunction     | value.a[0]
            nan           | value
            cycle         | value.self
            wide          | value
            bytesForText  | lines[0]
            """)
    void whatDoesNotFitIsRefusedWithTheParametersName(String name, String place) {
        JsonObject answer = client.call("values.mjs", name);

        assertEquals("TypeError INVALID_VALUE", answer.getString("error"), answer::toString);
        assertTrue(answer.getString("message").contains(place), answer::toString);
    }

    @Test
    void anErrorOfAnArgumentIsItsOwn() {
        assertEquals("of the getter", client.call("values.mjs", "getter").getString("message"));
    }

    @ParameterizedTest
    @CsvSource({"plant", "plantInModule", "construct"})
    void aModuleCannotBeChanged(String name) {
        assertEquals("TypeError undefined", client.error("values.mjs", name));
    }

    @Test
    void anExceptionIsAnErrorOfTheScript() {
        assertEquals(
                "{\"name\":\"OutOfStock\",\"code\":\"BEAN_FAILED\",\"isError\":true,\"text\":\"OutOfStock: no bread today\","
                        + "\"stack\":false,\"keys\":\"code,message,name,stack\"}",
                client.value("faults.mjs", "checked"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            unchecked   | Error IllegalStateException BEAN_FAILED | closed
            error       | Error AssertionError BEAN_FAILED        | should not be
            wordless    | Error IllegalStateException BEAN_FAILED | ''
            recursion   | RangeError RangeError TOO_MUCH_RECURSION | stack
            refused     | Error Error FORBIDDEN                   | it/faults.refused()
            constrained | TypeError TypeError INVALID_VALUE       | count must be greater than or equal to 1; name must not be null
            itself      | TypeError TypeError INVALID_VALUE       | it/faults.itself()
            large       | TypeError TypeError LIMIT_EXCEEDED      | scripting.beans.max-bytes
            lazy        | TypeError TypeError INVALID_VALUE       | it/faults.lazy()
            connection  | TypeError TypeError INVALID_VALUE       | it/faults.connection()
            vault       | Error Error FORBIDDEN                   | it/vault.open()
            broken      | Error IllegalStateException BEAN_FAILED | the lock
            notMade     | Error IllegalStateException BEAN_FAILED | not today
            """)
    void whatABeanDoesWrongIsAClearError(String name, String error, String text) {
        JsonObject answer = client.call("faults.mjs", name);

        assertEquals(error, answer.getString("error", "none"), answer::toString);
        assertTrue(answer.getString("message").contains(text), answer::toString);
        assertEquals("\"a door\"", client.value("faults.mjs", "door"));
        assertEquals("1", client.value("faults.mjs", "allowed"));
    }

    @Test
    void anErrorThatNobodyCatchesNamesTheBeansException() {
        HttpResponse<String> answer = client.get("js/it/uncaught.mjs");

        JsonObject problem = ErrorResponseIT.problem(answer, 500);
        assertEquals("SCRIPTING-0208", problem.getString("error"));
    }

    @Test
    void aBeanThatTakesTooLongEndsTheScript() {
        assertEquals(
                "SCRIPTING-0301",
                ErrorResponseIT.problem(client.get("js/it/slow.mjs"), 503).getString("error"));
        assertEquals(0, PoolFigures.idle().inUse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            one         | "bread"
            ready       | "now"
            both        | ["bread","milk"]
            race        | "milk"
            lostRace    | "milk"
            lostAll     | "no such price"
            inTurn      | "a,b"
            chained     | "n0,n1,n2"
            caught      | "IllegalArgumentException BEAN_FAILED: no such price"
            absent      | true
            nobodyWaits | "done"
            isPromise   | true
            """)
    void aCompletionStageIsAPromise(String name, String expected) {
        assertEquals(expected, client.value("promises.mjs", name));
    }

    @Test
    void aStageThatFailsRejects() {
        assertEquals("Error IllegalArgumentException BEAN_FAILED", client.error("promises.mjs", "failing"));
        assertEquals("TypeError TypeError INVALID_VALUE", client.error("promises.mjs", "unlike"));
    }

    @Test
    void aCallbackThatNobodyAwaitsBelongsToTheRun() {
        assertEquals("bread\n", client.body("js/it/floating.mjs"));
    }

    @Test
    void whatWasFlushedIsSentBeforeAPromiseIsAwaited() throws IOException {
        try (RawExchange exchange = RawExchange.begin("GET /it/js/it/flushes.mjs", "Connection: close")) {
            exchange.readUntil("begun");
            client.value("promises.mjs", "release");

            String answer = exchange.readToEnd();
            assertTrue(answer.contains("late"), answer);
        }
    }

    @Test
    void whatCompletesTooLateTouchesNoOtherRun() {
        HttpResponse<String> late = client.get("js/it/waits.mjs");

        assertEquals("SCRIPTING-0301", ErrorResponseIT.problem(late, 503).getString("error"));
        assertEquals(0, PoolFigures.idle().inUse());
        assertFalse(client.value("promises.mjs", "release").equals("0"));
        assertEquals("\"bread\"", client.value("promises.mjs", "one"));
    }

    @Test
    void scopesAreThoseOfTheCall() {
        assertEquals("[1,2]", client.value("scopes.mjs", "request"));
        assertEquals("[1,2]", client.value("scopes.mjs", "request"));
        assertEquals("1", client.value("scopes.mjs", "session"));
        assertEquals("2", client.value("scopes.mjs", "session"));
        assertEquals("1", new ScriptClient().value("scopes.mjs", "session"));
        assertEquals("\"seen\"", client.value("scopes.mjs", "sameSession"));
    }

    @Test
    void aDependentBeanLivesForOneRun() {
        int before = Integer.parseInt(client.value("scopes.mjs", "destroyed"));

        assertEquals("[1,2]", client.value("scopes.mjs", "dependent"));
        assertEquals("[1,2]", client.value("scopes.mjs", "dependent"));

        // that of the look before, and two
        assertEquals(before + 3, Integer.parseInt(client.value("scopes.mjs", "destroyed")));
    }

    @Test
    void interceptorsSeeCalls() {
        assertEquals("-1", client.value("scopes.mjs", "intercepted"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            default  | default undefined
            later    | bread
            fresh    | 1
            soon     | soon
            line     | Line[name=bread, price=1.5, count=2]
            sum      | 3
            bytes    | 2
            nothing  | null
            thenable | thenable
            within   | [true, true, GET, false]
            """)
    void javaCallsWhatAScriptExports(String export, String expected) {
        assertEquals(expected, client.body("call/" + export));
        assertEquals(expected, client.body("call/" + export));
    }

    @Test
    void outsideAnHttpCallThereIsNoSession() {
        assertEquals("[false, false, false, Error NO_HTTP_CALL]", client.body("call/outside?aside"));
        assertEquals("bread", client.body("call/later?aside"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            absent   | SCRIPTING-0224 | nearest
            fails    | SCRIPTING-0208 | of the script
            rejects  | SCRIPTING-0208 | later
            never    | SCRIPTING-0209 | never settles
            constant | SCRIPTING-0208 | no function
            unlike   | SCRIPTING-0602 | function
            half     | SCRIPTING-0604 | Integer
            """)
    void aCallThatFailsSaysWhy(String export, String id, String text) {
        String answer = client.body("call/" + export);

        assertTrue(answer.contains(id), answer);
        assertTrue(text.equals("nearest") || answer.contains(text), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            add    | 3
            within | [[true,true,"GET",false],"yes"]
            later  | "bread"
            deep   | 6
            """)
    void scriptsAndBeansCallEachOther(String name, String expected) {
        assertEquals(expected, client.value("calls.mjs", name));
        assertEquals(0, PoolFigures.idle().inUse());
    }

    @Test
    void theyDoNotCallEachOtherWithoutEnd() {
        JsonObject answer = client.call("calls.mjs", "tooDeep");

        assertTrue(answer.getString("message").contains("over 8 deep"), answer::toString);
        assertTrue(client.call("calls.mjs", "fails").getString("message").contains("of the script"));
        assertEquals(0, PoolFigures.idle().inUse());
    }
}
