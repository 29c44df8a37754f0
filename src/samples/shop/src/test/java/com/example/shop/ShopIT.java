// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shop as Maven packaged it, in a server, with a script and a servlet more that spy. */
@ExtendWith(ArquillianExtension.class)
class ShopIT {
    private static final String ALICE = "looking-glass";
    private static final String BOB = "sponge-cake";

    private final Browser browser = new Browser();

    @Deployment(testable = false)
    static WebArchive shop() {
        return ShrinkWrap.create(ZipImporter.class, "shop.war")
                .importFrom(new File(System.getProperty("it.war")))
                .as(WebArchive.class)
                .addClasses(SpyServlet.class, Shelf.class, Shelves.class)
                .addAsWebInfResource(script("spy.mjs"), "scripts/spy.mjs")
                .addAsWebInfResource(script("lazy.mjs"), "scripts/lazy.mjs");
    }

    private static File script(String name) {
        return new File("src/test/resources/scripts", name).getAbsoluteFile();
    }

    @Test
    void thePageTheBeanAndTheResourceReadTheCartThatTheScriptFilled() {
        browser.putIntoCart("cup", 3);
        browser.putIntoCart("tea", 2);
        browser.putIntoCart("cup", -1);

        assertEquals(
                "{\"items\":[{\"product\":\"tea\",\"quantity\":2},{\"product\":\"cup\",\"quantity\":2}]}",
                browser.get("api/cart").body());
        String page = browser.get("cart.xhtml").body();
        assertTrue(page.contains("<h1>Your cart: 2</h1>"), page);
        assertTrue(page.contains("2 Cup &amp; saucer, 24.00"), page);
        assertTrue(page.contains("Total: 33.00"), page);
    }

    @Test
    void whatIsTakenOutOfTheCartIsGone() {
        browser.putIntoCart("cup", 2);
        browser.putIntoCart("cup", -2);

        assertEquals("{\"items\":[]}", browser.get("api/cart").body());
    }

    @Test
    void anOrderGoesIntoTheDatabaseAndTheStockFalls() {
        browser.putIntoCart("tea", 2);
        browser.logIn("alice", ALICE);
        int before = stock("tea");

        String page = browser.order("1 <b>Rabbit</b> Hole").body();

        assertTrue(page.contains("9.00, to 1 &lt;b&gt;Rabbit&lt;/b&gt; Hole"), page);
        String orders = browser.get("api/orders").body();
        assertTrue(orders.contains("\"address\":\"1 <b>Rabbit</b> Hole\""), orders);
        assertEquals(before - 2, stock("tea"));
        assertEquals("{\"items\":[]}", browser.get("api/cart").body());
    }

    @Test
    void aProgramOrdersToo() {
        browser.putIntoCart("biscuit", 10);
        browser.logIn("bob", BOB);

        HttpResponse<String> answer = browser.submit("api/orders", "address", "2 Program Street");

        assertEquals(201, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("\"quantity\":10"), answer::body);
        assertTrue(browser.get("checkout.xhtml").body().contains("6.00, to 2 Program Street"));
        assertFalse(loggedIn("alice", ALICE).get("checkout.xhtml").body().contains("Program"));
    }

    @Test
    void twoClicksAtOnceMakeOneOrder() {
        browser.putIntoCart("biscuit", 1);
        browser.logIn("bob", BOB);

        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> browser.submit("api/orders", "address", "3 Twice").statusCode()))
                .limit(2)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertEquals(List.of(201, 400), answers);
    }

    @Test
    void aLoginChangesTheIdAndKeepsTheCart() {
        browser.putIntoCart("tea", 1);
        String before = browser.sessionCookie();

        assertTrue(browser.logIn("alice", ALICE).body().contains("<h1>alice, order for 4.50</h1>"));

        assertNotEquals(before, browser.sessionCookie());
        assertTrue(browser.get("api/cart").body().contains("\"tea\""));
    }

    @Test
    void nobodyLogsInWithoutThePassword() {
        for (List<String> login : List.of(
                List.of("alice", ""),
                List.of("alice", BOB),
                List.of("alice", "alice"),
                List.of("carol", ALICE),
                List.of("", ""))) {
            String page = browser.logIn(login.get(0), login.get(1)).body();
            assertTrue(page.contains("Wrong name or password"), () -> login + page);
        }
        assertTrue(browser.get("api/orders").uri().getPath().endsWith("/login.html"));
    }

    @Test
    void aScriptForCustomersAsksForALogin() {
        assertTrue(browser.submit("js/gift.mjs").uri().getPath().endsWith("/login.html"));
        Browser alice = loggedIn("alice", ALICE);

        alice.submit("js/gift.mjs");
        alice.submit("js/gift.mjs");

        assertEquals(
                "{\"items\":[{\"product\":\"biscuit\",\"quantity\":1}]}",
                alice.get("api/cart").body());
    }

    @Test
    void aLogoutEndsTheSession() {
        browser.putIntoCart("tea", 1);
        browser.logIn("alice", ALICE);

        assertTrue(browser.submit("js/logout.mjs").uri().getPath().endsWith("/index.xhtml"));

        assertTrue(browser.get("checkout.xhtml").uri().getPath().endsWith("/login.html"));
        assertEquals("{\"items\":[]}", browser.get("api/cart").body());
    }

    @Test
    void twoUsersHaveTwoCarts() {
        Browser alice = loggedIn("alice", ALICE);
        Browser bob = loggedIn("bob", BOB);
        alice.putIntoCart("tea", 1);
        bob.putIntoCart("cup", 1);

        assertTrue(alice.get("cart.xhtml").body().contains("Total: 4.50"));
        assertTrue(bob.get("cart.xhtml").body().contains("Total: 12.00"));
    }

    @Test
    void theScheduledBeanFillsUpWhatIsSoldOut() {
        browser.putIntoCart("pot", stock("pot"));
        browser.logIn("alice", ALICE);
        assertEquals(201, browser.submit("api/orders", "address", "4 Pots").statusCode());

        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (stock("pot") != 5) {
            assertTrue(Instant.now().isBefore(patience), "nobody filled up");
        }
    }

    /** EclipseLink still reads what Hibernate does not. */
    @Test
    void aCollectionThatIsReadAfterItsTransactionIsThereOrAnErrorThatSaysWhy() {
        List<String> answer = browser.get("js/lazy.mjs").body().lines().toList();

        String error = "TypeError INVALID_VALUE: shop/shelves.goods(): ";
        assertTrue(
                answer.get(0).equals("bread,tea")
                        || answer.get(0).startsWith(error) && answer.get(0).contains("LazyInitializationException"),
                answer::toString);
        assertEquals("after", answer.get(1));
    }

    @Test
    void aScriptAsksABean() {
        assertTrue(browser.get("js/stock.mjs").body().contains("\"pot\":"));
    }

    @Test
    void whatIsNotInStockIsRefusedAndAllStaysAsItWas() {
        browser.logIn("alice", ALICE);
        int before = stock("biscuit");
        browser.putIntoCart("biscuit", 1);
        browser.putIntoCart("cup", 99);

        HttpResponse<String> answer = browser.submit("api/orders", "address", "5 Cups");

        assertEquals(409, answer.statusCode());
        assertEquals("{\"error\":\"there are not 99 of Cup & saucer in stock\"}", answer.body());
        assertTrue(browser.order("5 Cups").body().contains("there are not 99 of Cup &amp; saucer in stock"));
        assertEquals(before, stock("biscuit"));
        assertTrue(browser.get("api/cart").body().contains("\"biscuit\""));
    }

    @Test
    void wrongInputOfAScriptIsAnsweredClearly() {
        assertAnswer(
                400, "product is the code of a product", browser.submit("js/cart.mjs", "product", "<b>", "add", "1"));
        assertAnswer(400, "product is the code of a product", browser.submit("js/cart.mjs"));
        for (String add : List.of("", "0", "1.5", "100", "two", "1e1")) {
            assertAnswer(400, "add is a whole number", browser.submit("js/cart.mjs", "product", "tea", "add", add));
        }
        browser.putIntoCart("tea", 99);
        assertAnswer(409, "at most 99 of one product", browser.submit("js/cart.mjs", "product", "tea", "add", "1"));
        assertAnswer(405, "send a POST", browser.get("js/cart.mjs"));
        assertAnswer(404, "application/problem+json", browser.get("js/_shop.mjs"));
    }

    @Test
    void wrongInputOfAnOrderIsAnsweredClearly() {
        browser.logIn("alice", ALICE);
        assertAnswer(400, "the cart is empty", browser.submit("api/orders", "address", "6 Wrong"));
        browser.putIntoCart("tea", 1);
        assertAnswer(400, "say where to deliver", browser.submit("api/orders"));
        assertAnswer(400, "say where to deliver", browser.submit("api/orders", "address", " "));
        assertAnswer(400, "at most 200 characters", browser.submit("api/orders", "address", "x".repeat(201)));
        assertTrue(browser.order(" ").body().contains("say where to deliver"));
        browser.putIntoCart("nothing", 1);
        assertAnswer(409, "there is no product nothing", browser.submit("api/orders", "address", "6 Wrong"));
        assertEquals(415, browser.postJson("api/orders", "{}").statusCode());
        assertFalse(browser.get("api/orders").body().contains("6 Wrong"));
    }

    @Test
    void scriptsSeeNothingOfFacesAndOfTheLogin() {
        browser.logIn("alice", ALICE);
        browser.putIntoCart("tea", 1);
        List<String> others = browser.get("spy")
                .body()
                .lines()
                .filter(name -> !name.equals("cart"))
                .toList();
        assertTrue(others.stream().anyMatch(name -> name.contains("faces")), others::toString);

        String names = others.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));
        HttpResponse<String> answer = browser.postJson("js/spy.mjs", names);

        String nothing = "[null,null,false,\"INVALID_NAME\",\"INVALID_NAME\"]";
        String all = others.stream().map(name -> nothing).collect(Collectors.joining(","));
        assertEquals("{\"listed\":[\"cart\"],\"got\":[" + all + "]}", answer.body(), others::toString);
    }

    @Test
    void otherSitesDoNotSendTheCookie() {
        String cookie = browser.submit("js/cart.mjs", "product", "tea", "add", "1")
                .previousResponse()
                .orElseThrow()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .toLowerCase();

        assertTrue(cookie.contains("; httponly") && cookie.contains("; samesite=lax"), cookie);
    }

    private static Browser loggedIn(String name, String password) {
        Browser browser = new Browser();
        browser.logIn(name, password);
        return browser;
    }

    private int stock(String product) {
        String products = browser.get("api/products").body();
        Matcher stock = Pattern.compile("\"code\":\"" + product + "\"[^}]*\"stock\":(\\d+)")
                .matcher(products);
        assertTrue(stock.find(), products);
        return Integer.parseInt(stock.group(1));
    }

    private static void assertAnswer(int status, String text, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        String all = answer.headers().map() + answer.body();
        assertTrue(all.contains(text), all);
    }
}
