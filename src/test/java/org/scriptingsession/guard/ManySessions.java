// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.scriptingsession.audit.Audit;
import org.scriptingsession.audit.SessionHash;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.session.SessionLocks;
import org.scriptingsession.value.AttributeNames;

/** Begins, renews and ends a session of a new user, with a new attribute, as many times as the first argument says. */
final class ManySessions {
    private static final Instant BEGIN = Instant.ofEpochSecond(1000);
    private static final Duration AFTER = Duration.ofMinutes(1);

    private final NodeRegistry users;
    private final RenewedSessions renewed = new RenewedSessions();
    private final Map<String, Object> attributes = new HashMap<>();
    private final AttributeNames names;
    private String id;

    private final HttpSession session = (HttpSession) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getId" -> id;
                case "getCreationTime" -> BEGIN.toEpochMilli();
                case "getAttribute" -> attributes.get(arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("changeSessionId")) {
                    String before = id;
                    id += "+";
                    renewed.idChanged(before, session);
                }
                return method.getName().equals("getCookies") ? null : id;
            });

    private ManySessions() {
        var config = ScriptingConfigReader.read(new FixedConfig(Map.of("scripting.sessions.max-per-user", "2")));
        names = new AttributeNames(config);
        users = new NodeRegistry(config, new SessionEndings(), new Audit(), new PlainServer());
        renewed.server = new PlainServer();
        renewed.locks = new SessionLocks();
    }

    private void serve(int number) {
        attributes.clear();
        id = "session-" + number;
        String first = id;
        String user = "user-" + number;
        Instant now = BEGIN.plus(AFTER).plusMillis(1 + 10L * number);
        users.meet(user, session);
        renewed.nanos = () -> TimeUnit.MILLISECONDS.toNanos(10L * number);
        renewed.renew(request, session, AFTER, now);
        users.rename(user, first, session);
        check(renewed.adopt(requestOf(first)), "the former id is known");
        names.checkWritable("name-" + number);
        check(!SessionHash.of(id).equals(SessionHash.of(first)), "the audit tells ids apart");
        users.forget(user, session);
    }

    private static HttpServletRequest requestOf(String requested) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ManySessions.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> requested);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }

    public static void main(String[] arguments) {
        int sessions = Integer.parseInt(arguments[0]);
        ManySessions many = new ManySessions();
        for (int i = 0; i < sessions; i++) {
            many.serve(i);
        }
        // 30 seconds, one each 10 milliseconds
        check(many.renewed.size() <= 3002, many.renewed.size() + " former ids are known");
        System.out.println("served " + sessions + ", left " + many.users.users() + " users");
    }
}
