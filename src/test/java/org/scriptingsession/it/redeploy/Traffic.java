// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Users who go on while the application is taken away. */
public final class Traffic implements AutoCloseable {
    private static final List<String> SCRIPTS = List.of("js/it/visit.mjs", "js/it/wait.mjs");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ANSWERS = 5;

    private final URI base;
    private final ExecutorService users = Executors.newFixedThreadPool(SCRIPTS.size());
    private final CountDownLatch served = new CountDownLatch(SCRIPTS.size());
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private volatile boolean over;

    /** @param base of the application, with a slash at its end */
    public Traffic(URI base) {
        this.base = base;
        SCRIPTS.forEach(script -> users.execute(() -> use(script)));
    }

    private void use(String script) {
        // HTTP/1.1: a connection each, so that one user waits for no other
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        for (int good = 0; !over; ) {
            String answer = answer(http, script);
            answers.computeIfAbsent(answer, key -> new AtomicInteger()).incrementAndGet();
            if (answer.equals("200") && ++good == ANSWERS) {
                served.countDown();
            }
        }
    }

    private String answer(HttpClient http, String script) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(base.resolve(script))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200 && !answer.body().startsWith("fine ")
                    ? "200 " + answer.body()
                    : String.valueOf(answer.statusCode());
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            over = true;
            return "interrupted";
        }
    }

    /** Waits until each user was served some times. */
    public boolean isServed() throws InterruptedException {
        return served.await(180, TimeUnit.SECONDS);
    }

    /** How often there was which answer: a status, a wrong body, or the exception for none. */
    public Map<String, Integer> answers() {
        Map<String, Integer> counts = new TreeMap<>();
        answers.forEach((answer, count) -> counts.put(answer, count.get()));
        return counts;
    }

    @Override
    public void close() {
        stop();
    }

    /** Waits until no request is on its way. */
    public void stop() {
        over = true;
        users.shutdown();
        try {
            if (!users.awaitTermination(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a request has no end: " + answers());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The answers of which a user may be told while an application goes: it is not there, or not there any more. Payara takes
     * Jersey apart while requests are on their way through it, and answers 500 itself; and 200 with nothing, where it has not
     * asked the application yet and stumbles over its own list of listeners (a ConcurrentModificationException of
     * {@code StandardContext.fireRequestInitializedEvent} in its log).
     */
    public static Stream<String> accepted() {
        Stream<String> gone =
                Stream.of("200", "404", "500", "503", "IOException", "ConnectException", "HttpConnectTimeoutException");
        boolean payara = System.getProperty("arquillian.launch").startsWith("payara");
        return payara ? Stream.concat(gone, Stream.of("200 ")) : gone;
    }
}
