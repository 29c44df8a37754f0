// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One browser at the shop: it keeps its cookies, sends forms and follows redirects. */
final class Browser {
    static final URI SHOP = URI.create("http://127.0.0.1:" + System.getProperty("it.http.port") + "/shop/");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    HttpResponse<String> get(String path) {
        return send("GET", path, "", "Accept", "*/*");
    }

    /** Sends a form: names and values by turns. */
    HttpResponse<String> submit(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send("POST", path, String.join("&", pairs), "Content-Type", "application/x-www-form-urlencoded");
    }

    HttpResponse<String> postJson(String path, String json) {
        return send("POST", path, json, "Content-Type", "application/json");
    }

    void putIntoCart(String product, int quantity) {
        HttpResponse<String> cart = submit("js/cart.mjs", "product", product, "add", "" + quantity);
        if (cart.statusCode() != 200 || !cart.uri().getPath().endsWith("/cart.xhtml")) {
            throw new AssertionError(cart + cart.body());
        }
    }

    /** What the browser shows after the form of a login. */
    HttpResponse<String> logIn(String name, String password) {
        get("checkout.xhtml");
        return submit("j_security_check", "j_username", name, "j_password", password);
    }

    /** Fills in the form of a Faces page and sends it. */
    HttpResponse<String> order(String address) {
        Matcher state = VIEW_STATE.matcher(get("checkout.xhtml").body());
        if (!state.find()) {
            throw new AssertionError("no view state");
        }
        return submit(
                "checkout.xhtml",
                "order",
                "order",
                "order:address",
                address,
                "order:send",
                "Order",
                "jakarta.faces.ViewState",
                state.group(1));
    }

    /** The session's cookie, such as {@code NAME=...}. */
    String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie ->
                        cookie.getName().contains("SID") || cookie.getName().contains("SESSIONID"))
                .map(Object::toString)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(SHOP.resolve(path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body))
                .headers(headers)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
