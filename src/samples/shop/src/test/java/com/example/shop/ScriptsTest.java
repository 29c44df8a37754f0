// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scriptingsession.testkit.ScriptAnswer;
import org.scriptingsession.testkit.ScriptClient;
import org.scriptingsession.testkit.ScriptTest;

@ScriptTest(given = Stock.class, contextPath = "/shop")
class ScriptsTest {
    @Test
    void thePostOfAProductFillsTheCart(ScriptClient client) {
        client.session().set("cart", new Cart.Content(List.of(new Cart.Item("tea", 1))));

        ScriptAnswer answer =
                client.post("cart.mjs").form("product", "tea").form("add", "2").send();

        assertEquals(303, answer.status(), answer::toString);
        assertEquals("/shop/cart.xhtml", answer.header("Location"));
        assertEquals(List.of(new Cart.Item("tea", 3)), cart(client));
    }

    @Test
    void aProductIsTakenOutAsWell(ScriptClient client) {
        client.post("cart.mjs").form("product", "tea").form("add", "2").send();
        client.post("cart.mjs").form("product", "tea").form("add", "-2").send();
        assertEquals(List.of(), cart(client));
    }

    @Test
    void aHundredOfOneProductAreTooMany(ScriptClient client) {
        client.post("cart.mjs").form("product", "tea").form("add", "99").send();
        ScriptAnswer answer =
                client.post("cart.mjs").form("product", "tea").form("add", "1").send();
        assertEquals(409, answer.status(), answer::toString);
        assertEquals("{\"error\":\"at most 99 of one product\"}", answer.text());
    }

    @Test
    void theGiftIsForCustomersAlone(ScriptClient client) {
        assertEquals(401, client.post("gift.mjs").send().status());

        client.logIn("alice", "customer").post("gift.mjs").send();

        assertEquals(List.of(new Cart.Item("biscuit", 1)), cart(client));
    }

    @Test
    void stockIsWhatTheBeanSays(ScriptClient client) {
        client.bean(new Stock() {
            @Override
            public List<Entry> entries() {
                return List.of(new Entry("coffee", 0), new Entry("tea", 7));
            }
        });
        assertEquals("{\"coffee\":0,\"tea\":7}", client.get("stock.mjs").send().text());
    }

    @Test
    void whatIsSoldOutIsFilledUp(ScriptClient client) {
        client.bean(new Stock() {
            @Override
            public List<Entry> entries() {
                return List.of(new Entry("coffee", 0), new Entry("tea", 7), new Entry("milk", 0));
            }

            @Override
            public boolean fillUp(String product, int quantity) {
                return product.equals("coffee");
            }
        });
        assertEquals(1, client.runner().call(Integer.class, "_restock.mjs", "fillUpAll"));
    }

    private static List<Cart.Item> cart(ScriptClient client) {
        return client.session().get("cart", Cart.Content.class).orElseThrow().items();
    }
}
