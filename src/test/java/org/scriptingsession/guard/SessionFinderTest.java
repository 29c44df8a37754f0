// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scriptingsession.server.PlainServer;

/** Of several session cookies the one that has a session counts. */
class SessionFinderTest {
    private final SessionFinder finder = new SessionFinder();
    private final List<String> tried = new ArrayList<>();
    private String requested;

    @BeforeEach
    void onAServerThatLooksAtTheFirstCookie() {
        finder.renewed = new RenewedSessions();
        finder.server = new PlainServer() {
            @Override
            public void adopt(HttpServletRequest request, String id) {
                tried.add(id);
                requested = id;
            }
        };
    }

    @Test
    void aStaleOrEmptyCookieHidesNoSession() {
        assertEquals("good", found("SID=stale; a=b; SID=good"));
        assertEquals("good", found("SID=; SID=good"));
        assertEquals("good", found("SID=stale; SID=\"; SID=older; SID=good; SID=other"));
        assertEquals("good", found("SID=good; SID=stale"));
    }

    @Test
    void oneCookieIsLookedAtByTheContainerAlone() {
        assertEquals("none", found("SID=stale; sid=good; SIDE=good"));
        assertEquals("none", found("SID=x"));
        assertEquals(List.of(), tried);
    }

    @Test
    void withoutOneThatHasASessionThereIsNone() {
        assertEquals("none", found("SID=a; SID=b; SID=a; SID=b c; SID=é"));
        assertEquals(List.of("a", "b"), tried);
    }

    @Test
    void soManyAreLookedAtAndNoMore() {
        String stale = IntStream.range(1, SessionFinder.MOST_COOKIES)
                .mapToObj(i -> "SID=stale" + i)
                .collect(Collectors.joining("; "));

        assertEquals("good", found(stale + "; SID=good"));
        tried.clear();
        assertEquals("none", found(stale + "; SID=stale; SID=good"));
        assertEquals(SessionFinder.MOST_COOKIES, tried.size());
    }

    private String found(String header) {
        requested = "first";
        SessionFinder.Found found = finder.find(request(header));
        return found.session() == null ? "none" : found.session().getId();
    }

    private HttpServletRequest request(String cookies) {
        SessionCookieConfig config = stub(SessionCookieConfig.class, Map.of("getName", "SID"));
        ServletContext context = stub(ServletContext.class, Map.of("getSessionCookieConfig", config));
        HttpSession good = stub(HttpSession.class, Map.of("getId", "good"));
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" -> Collections.enumeration(List.of(cookies));
                    case "getServletContext" -> context;
                    case "getRequestedSessionId" -> requested;
                    case "getSession" -> "good".equals(requested) ? good : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
