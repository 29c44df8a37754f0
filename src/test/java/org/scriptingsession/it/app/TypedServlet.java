// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.api.ScriptingSession;

/** Uses typed values and updates as a Java component would. */
@WebServlet("/typed/*")
public class TypedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, CountDownLatch> LATCHES = new ConcurrentHashMap<>();

    @Inject
    private transient ScriptingSession session;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().print(answer(request));
        } catch (ScriptingException e) {
            response.getWriter().print(e.code());
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Object answer(HttpServletRequest request)
            throws IOException, ReflectiveOperationException, InterruptedException {
        HttpSession plain = request.getSession(false);
        return switch (request.getPathInfo()) {
            case "/classes" -> classes(plain.getAttribute("cart"), new TreeSet<>());
            case "/json" -> JsonBuilder.JSONB.toJson(plain.getAttribute("cart"));
            case "/serialize" -> plain.getAttribute("cart").equals(serialized(plain.getAttribute("cart")));
            case "/names" -> String.join(",", session.getAttributeNames());
            case "/store" -> store(request.getSession());
            case "/record" -> storeRecord();
            case "/readRecord" -> session.get("line", Line.class).orElseThrow();
            case "/wrongType" -> session.get("line", Integer.class);
            case "/increment" -> session.update("count", now -> now == null ? 1 : (Integer) now + 1);
            case "/throws" -> updateThatThrows();
            case "/unstorable" -> session.setAttribute("bad", Map.of("a", List.of(Double.NaN)));
            case "/changeId" -> changeId(plain);
            case "/held" -> latch("held", request).await(30, TimeUnit.SECONDS);
            case "/release" -> release(request);
            case "/hold" -> session.update("count", now -> hold(now, request));
            default -> "no " + request.getPathInfo();
        };
    }

    private static Object classes(Object value, TreeSet<String> classes) {
        if (value instanceof List<?> list) {
            list.forEach(member -> classes(member, classes));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> classes(member, classes));
        }
        if (value != null) {
            classes.add(value.getClass().getName());
        }
        return String.join(" ", classes);
    }

    private static Object serialized(Object value) throws IOException, ReflectiveOperationException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    private static String store(HttpSession plain) {
        Map<String, Object> map = new HashMap<>();
        map.put("list", Arrays.asList(1, null, "x"));
        map.put("none", null);
        plain.setAttribute(
                "java",
                new HashMap<>(Map.of(
                        "map",
                        map,
                        "instant",
                        Instant.ofEpochMilli(5),
                        "date",
                        new Date(6),
                        "long",
                        1L << 40,
                        "decimal",
                        new BigDecimal("19.99"))));
        plain.setAttribute("stranger", new Place("Sofia"));
        plain.setAttribute("huge", new BigInteger("123456789012345678901234567890"));
        return "stored";
    }

    private String storeRecord() {
        session.set("line", new Line("tea", 2, List.of("hot", "green")));
        return session.getAttribute("line").orElseThrow();
    }

    private String updateThatThrows() {
        session.set("count", "before");
        try {
            session.update("count", now -> {
                throw new IllegalArgumentException("mine");
            });
            return "no error";
        } catch (IllegalArgumentException e) {
            return e.getMessage() + " " + session.get("count").orElseThrow();
        }
    }

    private String changeId(HttpSession plain) {
        String old = plain.getId();
        String id = session.changeId();
        return !id.equals(old) + " " + id.equals(session.getId());
    }

    private static String release(HttpServletRequest request) {
        latch("released", request).countDown();
        return "released";
    }

    private static Object hold(Object now, HttpServletRequest request) {
        latch("held", request).countDown();
        try {
            latch("released", request).await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return (Integer) now + 100;
    }

    private static CountDownLatch latch(String what, HttpServletRequest request) {
        return LATCHES.computeIfAbsent(what + request.getQueryString(), name -> new CountDownLatch(1));
    }

    private static final class JsonBuilder {
        private static final Jsonb JSONB = JsonbBuilder.create();
    }
}
