// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scriptingsession.testkit.ScriptAnswer;
import org.scriptingsession.testkit.ScriptClient;
import org.scriptingsession.testkit.ScriptTest;

@ScriptTest(
        scripts = "src/test/resources/kit",
        beans = {Prices.class, Tax.class, Visits.class, CountingInterceptor.class},
        given = Warehouse.class)
class BeansTest {
    private static final String LEFT = "beans/left.mjs?product=tea&least=";

    /** An object in the place of the bean. */
    private static final class Shelf extends Warehouse {
        @Override
        public int left(String product, int least) {
            if (least < 0) {
                throw new IllegalArgumentException("least");
            }
            return product.length() + least;
        }
    }

    @Test
    void anObjectStandsForABean(ScriptClient client) {
        int before = CountingInterceptor.CALLS.get();
        ScriptAnswer answer = client.bean(new Shelf()).get(LEFT + "4").send();
        assertEquals("{\"left\":7}", answer.text(), answer::toString);
        assertTrue(CountingInterceptor.CALLS.get() > before);
    }

    @Test
    void itsExceptionsAreTheBeans(ScriptClient client) {
        ScriptAnswer answer = client.bean(new Shelf()).get(LEFT + "-1").send();
        assertEquals(Map.of("code", "BEAN_FAILED", "message", "least"), answer.json(Map.class), answer::toString);
    }

    @Test
    void constraintsOfTheClassHold(ScriptClient client) {
        ScriptAnswer answer = client.bean(new Shelf()).get(LEFT + "100").send();
        assertTrue(answer.text().contains("least must be less than or equal to 99"), answer::toString);
    }

    @Test
    void withoutAnObjectItSaysWhatToDo(ScriptClient client) {
        ScriptAnswer answer = client.get(LEFT + "4").send();
        assertTrue(answer.text().contains("give one by client.bean(...)"), answer::toString);
    }

    @Test
    void otherBeansRunAsTheyAre(ScriptClient client) {
        assertEquals(
                "{\"price\":11,\"later\":\"later\",\"visits\":1,\"running\":\"GET\"}",
                client.get("beans/price.mjs").send().text());
        assertTrue(client.get("beans/price.mjs").send().text().contains("\"visits\":2"));
    }

    @Test
    void anObjectMayStandForWhatABeanInjects(ScriptClient client) {
        client.bean(new Tax() {
            @Override
            int of(int net) {
                return 5;
            }
        });
        assertTrue(client.get("beans/price.mjs").send().text().contains("\"price\":15"));
    }

    @Test
    void anObjectSeesTheSessionOfTheCall(ScriptClient client) {
        client.session().set("factor", 3);
        client.bean(new Warehouse() {
            @Override
            public int left(String product, int least) {
                int factor = client.session().get("factor", Integer.class).orElseThrow();
                client.session().set("asked", product);
                assertThrows(IllegalStateException.class, () -> client.get("beans/price.mjs")
                        .send());
                return factor * least;
            }
        });
        assertEquals("{\"left\":12}", client.get(LEFT + "4").send().text());
        assertEquals(Optional.of("tea"), client.session().get("asked"));
    }
}
