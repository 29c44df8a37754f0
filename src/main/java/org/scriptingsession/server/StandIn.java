// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scriptingsession.server.ServerMembers.Answer;

/** An HTTP call that no client has sent, with a session, for what is to be tried before the first call comes. */
public final class StandIn {
    private static final String TEXT = "/";
    private static final byte[] BODY = "{\"a\":[1]}".getBytes(StandardCharsets.UTF_8);

    private StandIn() {}

    /** A request with a body and a session. */
    public static HttpServletRequest request() {
        Map<String, Answer> answers = attributes();
        HttpSession session = of(HttpSession.class, attributes());
        answers.put("getSession", arguments -> session);
        answers.put("getInputStream", arguments -> new Body());
        answers.put("getContentLengthLong", arguments -> (long) BODY.length);
        answers.put("getCookies", arguments -> new Cookie[] {new Cookie("a", "b")});
        answers.put("getCharacterEncoding", arguments -> StandardCharsets.UTF_8.name());
        answers.put("getHeaders", arguments -> Collections.emptyEnumeration());
        answers.put("getHeaderNames", arguments -> Collections.enumeration(List.of("Accept")));
        answers.put("getParameterMap", arguments -> Map.of("a", new String[] {"b"}));
        return of(HttpServletRequest.class, answers);
    }

    /** A response that keeps nothing. */
    public static HttpServletResponse response() {
        Map<String, Answer> answers = new HashMap<>();
        answers.put("getOutputStream", arguments -> new Nowhere());
        return of(HttpServletResponse.class, answers);
    }

    private static Map<String, Answer> attributes() {
        Map<String, Object> values = new HashMap<>();
        Map<String, Answer> answers = new HashMap<>();
        answers.put("getAttribute", arguments -> values.get((String) arguments[0]));
        answers.put("setAttribute", arguments -> values.put((String) arguments[0], arguments[1]));
        answers.put("removeAttribute", arguments -> values.remove((String) arguments[0]));
        answers.put("getAttributeNames", arguments -> Collections.enumeration(values.keySet()));
        return answers;
    }

    private static <T> T of(Class<T> type, Map<String, Answer> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Answer answer = answers.get(method.getName());
                    return answer == null ? anything(method) : answer.to(arguments);
                }));
    }

    private static Object anything(Method method) {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type.isInterface() && type.getName().startsWith("jakarta.servlet.")) {
            return of(type, Map.of());
        }
        Map<Class<?>, Object> others = Map.of(
                String.class,
                TEXT,
                String[].class,
                new String[] {TEXT},
                StringBuffer.class,
                new StringBuffer(TEXT),
                Locale.class,
                Locale.ROOT,
                Collection.class,
                List.of(TEXT),
                Enumeration.class,
                Collections.enumeration(List.of(TEXT)));
        return others.get(type);
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes = new ByteArrayInputStream(BODY);

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
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

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public void write(int b) {
            // nobody reads it
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
