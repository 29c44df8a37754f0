// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestOfResponseTest {
    @TempDir
    private File directory;

    /** What happened to the response. */
    private final List<String> calls = new ArrayList<>();

    private final OpenCalls open = new OpenCalls();
    private final Client client = new Client();
    private final AsyncContext context = proxy(AsyncContext.class);
    private AheadBytes bytes;
    private RestOfResponse rest;

    @BeforeEach
    void twoPiecesAndAFile() {
        bytes = new AheadBytes(8192, directory);
        bytes.add(new byte[8192]);
        bytes.add(new byte[100]);
        rest = new RestOfResponse(bytes, client, () -> calls.add("cut " + directory.list().length), open);
    }

    @Test
    void goesOutAsTheClientTakesItAndThenTheRequestIsComplete() throws IOException {
        client.takes = 1;
        rest.send(request(true));
        rest.onWritePossible();
        assertEquals(List.of("addListener", "write 8192"), calls);
        client.takes = 5;
        rest.onWritePossible();
        rest.onComplete(event());
        assertEquals(List.of("addListener", "write 8192", "write 100", "complete"), calls);
        assertEquals(0, directory.list().length);
    }

    @Test
    void aClientThatIsTooSlowIsCutBeforeTheRestIsGone() throws IOException {
        rest.send(request(true));
        rest.onTimeout(event());
        rest.onWritePossible();
        rest.onComplete(event());
        assertEquals(List.of("addListener", "cut 1", "complete"), calls);
        assertEquals(0, directory.list().length);
    }

    @Test
    void aClientThatIsGoneCostsNothingMore() throws IOException {
        client.gone = true;
        client.takes = 5;
        rest.send(request(true));
        rest.onWritePossible();
        rest.onError(new IOException("the server tells, too"));
        assertEquals(List.of("addListener", "cut 1", "complete"), calls);
        assertEquals(0, directory.list().length);
    }

    @Test
    void whenTheApplicationGoesItsClientIsCut() throws IOException {
        rest.send(request(true));
        open.close(Duration.ofMillis(10));
        rest.onWritePossible();
        assertEquals(List.of("addListener", "cut 1", "complete"), calls);
        assertEquals(0, directory.list().length);
    }

    @Test
    void anApplicationThatGoesWaitsForItsEnd() throws IOException, InterruptedException {
        rest.send(request(true));
        Thread undeploys = new Thread(() -> open.close(Duration.ofMinutes(1)));
        undeploys.start();
        while (undeploys.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        client.takes = 5;
        rest.onWritePossible();
        undeploys.join();
        assertEquals(List.of("addListener", "write 8192", "write 100", "complete"), calls);
    }

    @Test
    void inAnApplicationThatGoesTheThreadWaits() throws IOException {
        open.close(Duration.ZERO);
        rest.send(request(true));
        assertEquals(List.of("write 8192", "write 100"), calls);
    }

    @Test
    void withoutAsynchronousRequestsTheThreadWaits() throws IOException {
        rest.send(request(false));
        assertEquals(List.of("write 8192", "write 100"), calls);
        assertEquals(0, directory.list().length);
    }

    @Test
    void aRequestThatCannotBecomeAsynchronousLeavesNoFile() {
        HttpServletRequest late = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("startAsync")) {
                        throw new IllegalStateException("complete");
                    }
                    return method.getName().equals("isAsyncSupported");
                });
        assertThrows(IllegalStateException.class, () -> rest.send(late));
        assertEquals(List.of("cut 1"), calls);
        assertEquals(0, directory.list().length);
    }

    @Test
    void aThreadThatWaitsInVainCuts() {
        client.gone = true;
        assertThrows(IOException.class, () -> rest.send(null));
        assertEquals(List.of("cut 1"), calls);
        assertEquals(0, directory.list().length);
    }

    private AsyncEvent event() {
        return new AsyncEvent(context);
    }

    private HttpServletRequest request(boolean asynchronous) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isAsyncSupported" -> asynchronous;
                    case "isAsyncStarted" -> false;
                    case "startAsync" -> context;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (List.of("addListener", "complete").contains(method.getName())) {
                        calls.add(method.getName());
                    }
                    return null;
                }));
    }

    private final class Client extends ServletOutputStream {
        private int takes;
        private boolean gone;

        @Override
        public void write(int octet) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            if (gone) {
                throw new IOException("gone");
            }
            calls.add("write " + length);
            takes--;
        }

        @Override
        public boolean isReady() {
            return takes > 0;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            assertEquals(rest, listener);
        }
    }
}
