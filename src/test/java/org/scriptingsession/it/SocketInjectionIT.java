// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.injection.InsideServlet;

/** A WebSocket's messages are no HTTP calls: the handshake's is over. */
@ExtendWith(ArquillianExtension.class)
class SocketInjectionIT {
    private final ScriptClient client = new ScriptClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("shared").addPackage(InsideServlet.class.getPackage());
    }

    @Test
    void anEndpointHasNoCall() throws Exception {
        client.value("shared.mjs", "set");
        Answer answer = new Answer();
        URI uri = URI.create(Deployments.base().resolve("socket").toString().replace("http:", "ws:"));
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", client.sessionCookie().orElseThrow())
                .buildAsync(uri, answer)
                .get(30, TimeUnit.SECONDS);
        socket.sendText("ask", true);

        String text = answer.text.get(30, TimeUnit.SECONDS);
        // Payara opens the socket while it still serves the handshake, WildFly after it
        assertTrue(text.matches("(true hello|false NO_HTTP_CALL),false NO_HTTP_CALL"), text);
        socket.abort();
    }

    private static final class Answer implements WebSocket.Listener {
        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.complete(data.toString());
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            text.completeExceptionally(error);
        }
    }
}
