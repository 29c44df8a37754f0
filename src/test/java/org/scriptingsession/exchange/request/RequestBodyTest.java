// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.RequestConfig;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** A body is read once, to its limit and not a byte further. */
class RequestBodyTest {
    private static final int LIMIT = 4;
    private static final RequestConfig LIMITS = new RequestConfig(LIMIT, 1, 1, 1, 1);

    @ParameterizedTest
    @CsvSource({"'', 0", "abc, 3", "abcd, 4"})
    void aBodyUpToTheLimitIsRead(String text, int length) {
        RequestBody body = body(text, -1);

        assertEquals(text, text(body));
        assertEquals(length, body.bytes().length);
    }

    @Test
    void aBodyOverTheLimitIsRefusedEachTime() {
        RequestBody body = body("abcde", -1);

        Failures.of(Mistake.REQUEST_TOO_LARGE, body::bytes);
        Failures.of(Mistake.REQUEST_TOO_LARGE, body::open);
    }

    @Test
    void aDeclaredLengthOverTheLimitIsRefusedUnread() {
        RequestBody body = body(null, LIMIT + 1);

        Failures.of(Mistake.REQUEST_TOO_LARGE, body::bytes);
        Failures.of(Mistake.REQUEST_TOO_LARGE, body::checkLength);
    }

    @Test
    void aBodyIsReadOnce() {
        RequestBody body = body("abc", 3);

        assertSame(body.bytes(), body.bytes());
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, body.bytes());
    }

    @Test
    void anUnknownEncodingIsRefused() {
        ScriptingException refused = assertThrows(ScriptingException.class, () -> ContentType.charset("no-such"));

        assertEquals(ErrorCode.INVALID_VALUE, refused.code());
    }

    @Test
    void aBrokenConnectionSaysSo() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        ScriptingException lost =
                assertThrows(ScriptingException.class, () -> new RequestBody(request(broken, -1), LIMITS).bytes());
        assertEquals(ErrorCode.CONNECTION_LOST, lost.code());
        assertEquals(400, Mistake.of(lost).status());
    }

    @Test
    void whereNothingIsAsynchronousTheThreadTakesItBeforeTheScriptRuns() throws IOException {
        FixedInput in = new FixedInput(new ByteArrayInputStream(new byte[] {'a', 'b', 'c'}));
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                RequestBodyTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getContentLengthLong" -> 3L;
                    case "getMethod" -> "POST";
                    case "isAsyncSupported", "isAsyncStarted" -> false;
                    case "getServletContext" ->
                        Proxy.newProxyInstance(
                                RequestBodyTest.class.getClassLoader(),
                                new Class<?>[] {ServletContext.class},
                                (context, asked, none) -> null);
                    case "getHeaders" -> Collections.emptyEnumeration();
                    case "getInputStream" -> in;
                    default -> null;
                });
        RequestBody body = new RequestBody(request, new RequestConfig(LIMIT, LIMIT, 1, 1, 1));

        body.await();

        assertEquals(-1, in.read(), "it is still to come");
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, body.bytes());
    }

    @Test
    void theLargestLimitNeedsNoMoreThanTheBody() {
        byte[] bytes = new RequestBody(
                        request(new ByteArrayInputStream(new byte[10]), -1),
                        new RequestConfig(Integer.MAX_VALUE - 8, 1, 1, 1, 1))
                .bytes();

        assertEquals(10, bytes.length);
    }

    private static String text(RequestBody body) {
        return body.encodedText(StandardCharsets.UTF_8).text();
    }

    private static RequestBody body(String text, long length) {
        InputStream in = text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new RequestBody(request(in, length), LIMITS);
    }

    private static HttpServletRequest request(InputStream in, long length) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestBodyTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getContentLengthLong" -> length;
                    case "getAttribute" -> null;
                    case "getHeaders" -> Collections.emptyEnumeration();
                    case "getInputStream" -> new FixedInput(in);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A servlet's input of given bytes. */
    private static final class FixedInput extends ServletInputStream {
        private final InputStream in;

        private FixedInput(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
