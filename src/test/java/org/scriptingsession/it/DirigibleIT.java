// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts written for Eclipse Dirigible find their modules and members. */
@ExtendWith(ArquillianExtension.class)
class DirigibleIT {
    private static final String SCRIPT = "members.mjs";

    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("dirigible");
    }

    @Test
    void everyMemberIsThere() {
        assertEquals("[]", client.value(SCRIPT, "members"));
    }

    @Test
    void everyNameMeansTheSameObject() {
        assertEquals("[true,true,true,true,true,true,true]", client.value(SCRIPT, "sameObjects"));
    }

    @Test
    void everyModuleHasBothNames() {
        assertEquals(
                "[true,true,true,\"Session,default,session\",\"Request,default,request\",\"Response,default,response\"]",
                client.value(SCRIPT, "moduleNames"));
    }

    @Test
    void aBodyThatIsNoJsonIsUndefinedByDirigiblesNames() {
        assertEquals(
                "{\"returned\":[\"undefined\",\"undefined\",\"undefined\",\"TypeError INVALID_VALUE\",true,true]}",
                client.post("js/it/members.mjs/noJson", "{not json").body());
    }

    @Test
    void filesAreUploaded() {
        String body =
                """
                --xx\r
                Content-Disposition: form-data; name="title"\r
                \r
                A file\r
                --xx\r
                Content-Disposition: form-data; name="file"; filename="C:\\a\\b.txt"\r
                Content-Type: text/plain\r
                \r
                text\r
                --xx--\r
                """;

        assertEquals(
                "{\"returned\":[true,1,\"file\",\"b.txt\",\"text/plain\",false,4,\"text\",[116,101,120,116],\"A file\"]}",
                client.post("js/it/members.mjs/upload", body, "Content-Type", "multipart/form-data; boundary=xx")
                        .body());
        assertEquals(
                "{\"returned\":[false]}",
                client.post("js/it/members.mjs/upload", "a=1").body());
    }

    @Test
    void aQueryOfOneNameIsReadInOneGo() {
        String answer =
                client.get("js/it/members.mjs/count?a" + "&a".repeat(900)).body();

        assertEquals("{\"returned\":901}", answer);
    }

    @Test
    void theQueryIsAMap() {
        assertEquals(
                "{\"returned\":{\"a\":[\"1\",\"2 ž\",true],\"flag\":true,\"__proto__\":\"x\",\"e\":\"f=g\",\"\":\"h\"}}",
                client.get("js/it/members.mjs/query?a=1&a=2+%C5%BE&a&flag&&__proto__=x&e=f=g&=h")
                        .body());
        assertEquals("{}", client.value(SCRIPT, "query"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=50%&b=2", "a=%zz", "b=2&%=1", "a=%E4", "a=%C5"})
    void aMalformedEscapeInTheQueryIsAnsweredWith400(String query) throws IOException {
        String answer = RawExchange.get("js/it/members.mjs/query?" + query);

        assertEquals(400, RawExchange.status(answer), answer);
        // WildFly answers some itself
        assertTrue(answer.contains("SCRIPTING-0517") || answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void theBodyIsJsonByTwoNames() {
        assertEquals(
                "{\"returned\":[{\"a\":1},{\"a\":1}]}",
                client.post("js/it/members.mjs/body", "{\"a\":1}").body());
    }

    @Test
    void reasonsAreThere() {
        assertEquals(
                "[\"Not Found\",\"Service Unavailable\",null,\"TypeError INVALID_VALUE\",\"TypeError INVALID_VALUE\"]",
                client.value(SCRIPT, "reasons"));
    }

    @Test
    void aLocaleIsATagOrItsParts() {
        assertEquals(
                "[null,\"de-AT\",\"en-GB\",[\"en-GB\"],\"TypeError INVALID_VALUE\"]", client.value(SCRIPT, "locale"));
    }

    @Test
    void allValuesOfAHeaderAreThere() {
        assertEquals("[[\"1\",\"2\"],[],[\"text/plain;charset=UTF-8\"]]", client.value(SCRIPT, "headers"));
    }

    @Test
    void theServicePathIsTheServlets() {
        assertEquals("\"/js\"", client.value(SCRIPT, "servicePath"));
    }
}
