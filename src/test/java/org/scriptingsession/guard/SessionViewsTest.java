// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.session.SessionContents;
import org.scriptingsession.value.AttributeNames;

/** Who may look at a session, and for how long. */
class SessionViewsTest {
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final SessionViews views = new SessionViews();
    private final Map<String, Object> attributes = new HashMap<>();
    private String id = "one";
    private boolean dead;

    private final HttpSession session = (HttpSession) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, arguments) -> {
                if (dead) {
                    throw new IllegalStateException("dead");
                }
                return switch (method.getName()) {
                    case "getId" -> id;
                    case "getCreationTime", "getLastAccessedTime" -> 1000L;
                    case "getMaxInactiveInterval" -> 1800;
                    case "isNew" -> false;
                    case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
                    case "getAttribute" -> attributes.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                };
            });

    private final HttpServletRequest request = requestOf(session);
    private long now = Long.MAX_VALUE - 5;

    SessionViewsTest() {
        var config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        views.server = new PlainServer();
        views.contents = new SessionContents(new AttributeNames(config), new AttributeSeal(config));
        views.nanos = () -> now;
    }

    @Test
    void aTokenIsKnownUntilItIsNotUsedForAWhile() {
        String token = views.open(request);
        pass(SessionViews.LONGEST_UNUSED);
        views.find(token);
        pass(SessionViews.LONGEST_UNUSED);
        views.find(token);

        pass(SessionViews.LONGEST_UNUSED.plus(MOMENT));

        assertOver(token);
    }

    @Test
    void aTokenEndsHoweverMuchItIsUsed() {
        String token = views.open(request);
        for (Duration passed = Duration.ZERO;
                passed.compareTo(SessionViews.LONGEST) < 0;
                passed = passed.plusMinutes(1)) {
            views.find(token);
            pass(Duration.ofMinutes(1));
        }
        views.find(token);

        pass(MOMENT);

        assertOver(token);
    }

    @Test
    void noTokenIsGivenTwiceAndNoOtherIsKnown() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            tokens.add(views.open(request));
        }

        assertEquals(50, tokens.size());
        assertTrue(tokens.stream().allMatch(token -> token.matches("[\\w-]{43}")), tokens::toString);
        assertOver(null);
        assertOver("");
        assertOver(tokens.iterator().next() + "A");
    }

    /** Each holds a session in memory, and any client can ask for them. */
    @Test
    void pastTheMostTheLeastUsedEnds() {
        String first = views.open(request);
        pass(MOMENT);
        String second = views.open(request);
        pass(MOMENT);
        views.find(first);
        for (int i = 0; i < SessionViews.MOST - 1; i++) {
            views.open(request);
        }

        assertEquals(SessionViews.MOST, views.size());
        views.find(first);
        assertOver(second);
    }

    /** Who has no session, and so nothing to lose, does not end the looks of those who have. */
    @Test
    void clientsWithoutASessionEndNobodysView() {
        String token = views.open(request);
        for (int i = 0; i < 2 * SessionViews.MOST; i++) {
            pass(MOMENT);
            views.open(requestOf(null));
        }

        assertEquals(SessionView.State.ALIVE, views.find(token).state());
        assertEquals(SessionViews.MOST, views.size());
    }

    @Test
    void whatIsOverIsForgotten() {
        views.open(request);
        pass(SessionViews.LONGEST_UNUSED.plus(MOMENT));

        views.open(request);

        assertEquals(1, views.size());
    }

    @Test
    void theSessionIsSeenUnderItsIdAlone() {
        attributes.put("cart", "tea");
        SessionView view = views.find(views.open(request));
        assertEquals(SessionView.State.ALIVE, view.state());
        assertEquals(1, view.attributes().size());

        id = "two";

        assertEquals(SessionView.State.CHANGED, view.state());
        assertNothing(view);
    }

    /** Some servers let a user log in without another id; then it is the user that tells. */
    @Test
    void theSessionIsSeenWithItsUserAlone() {
        attributes.put("cart", "tea");
        SessionView view = views.find(views.open(request));

        attributes.put(SessionGuard.USER, "alice");

        assertEquals(SessionView.State.CHANGED, view.state());
        assertNothing(view);
        assertFalse(view.isOf(session));
    }

    @Test
    void aDeadSessionHasNothingToSee() {
        attributes.put("cart", "tea");
        SessionView view = views.find(views.open(request));

        dead = true;

        assertEquals(SessionView.State.ENDED, view.state());
        assertNothing(view);
    }

    @Test
    void whoHasNoSessionSeesNoneAndBeginsNone() {
        SessionView view = views.find(views.open(requestOf(null)));

        assertEquals(SessionView.State.NONE, view.state());
        assertNothing(view);
        assertTrue(view.isOf(null));
        assertFalse(view.isOf(session));
    }

    @Test
    void entriesOfContainersAndOfTheProductAreNotSeen() {
        attributes.put("WELD_S_HASH", "x");
        attributes.put(SessionGuard.USER, "alice");
        attributes.put("cart", "tea");

        SessionView view = views.find(views.open(request));

        assertEquals(1, view.attributes().size());
        assertTrue(view.attribute(SessionGuard.USER).isEmpty());
        assertEquals("alice", view.summary().orElseThrow().user());
        assertNotEquals(id, view.summary().orElseThrow().hash());
    }

    /** Asked for a session that is not there it would begin none. */
    private static HttpServletRequest requestOf(HttpSession session) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                SessionViewsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    assertEquals("getSession(false)", method.getName() + "(" + arguments[0] + ")");
                    return session;
                });
    }

    private static void assertNothing(SessionView view) {
        assertTrue(view.summary().isEmpty());
        assertTrue(view.attributes().isEmpty());
        assertTrue(view.attribute("cart").isEmpty());
    }

    private void assertOver(String token) {
        Failures.of(Mistake.VIEW_OVER, () -> views.find(token));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
