// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Users of another application, who keep all the server's threads busy: idle ones hold the last request that each has run. */
public final class Crowd {
    /** More than WildFly has threads of requests. */
    private static final int USERS = 24 * Runtime.getRuntime().availableProcessors();

    /** One for all calls: each has connections of its own, which count among the server's. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Crowd() {}

    /** The application, which has nothing of the product. */
    public static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "crowd.war").addClass(Plain.class);
    }

    /** Lets all users make a call at once, and returns when they have their answers. */
    public static void call(URI server) {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/crowd/plain")).build();
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, USERS)
                .mapToObj(user -> HTTP.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> call : calls) {
            HttpResponse<String> answer = call.join();
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** Takes a moment, so that each call of a crowd needs a thread of its own. */
    @WebServlet("/plain")
    public static class Plain extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private static final long MILLIS = 300;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            try {
                TimeUnit.MILLISECONDS.sleep(MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
