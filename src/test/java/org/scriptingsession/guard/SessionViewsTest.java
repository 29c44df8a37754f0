// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
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
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** Who may look at a session, and for how long. */
class SessionViewsTest {
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final SessionViews views = new SessionViews();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpSession session = new MockHttpSession();
    private long now = Long.MAX_VALUE - 5;

    SessionViewsTest() {
        var config = ScriptingConfigReader.read(new FixedConfig(Map.of()));
        views.server = new PlainServer();
        views.contents = new SessionContents(new AttributeNames(config), new AttributeSeal(config));
        views.nanos = () -> now;
        request.setSession(session);
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

    @Test
    void whatIsOverIsForgotten() {
        views.open(request);
        pass(SessionViews.LONGEST_UNUSED.plus(MOMENT));

        views.open(request);

        assertEquals(1, views.size());
    }

    @Test
    void theSessionIsSeenUnderItsIdAlone() {
        session.setAttribute("cart", "tea");
        SessionView view = views.find(views.open(request));
        assertEquals(SessionView.State.ALIVE, view.state());
        assertEquals(1, view.attributes().size());

        session.changeSessionId();

        assertEquals(SessionView.State.CHANGED, view.state());
        assertNothing(view);
    }

    /** Some servers let a user log in without another id; then it is the user that tells. */
    @Test
    void theSessionIsSeenWithItsUserAlone() {
        session.setAttribute("cart", "tea");
        SessionView view = views.find(views.open(request));

        session.setAttribute(SessionGuard.USER, "alice");

        assertEquals(SessionView.State.CHANGED, view.state());
        assertNothing(view);
        assertFalse(view.isOf(session));
    }

    @Test
    void aDeadSessionHasNothingToSee() {
        session.setAttribute("cart", "tea");
        SessionView view = views.find(views.open(request));

        session.invalidate();

        assertEquals(SessionView.State.ENDED, view.state());
        assertNothing(view);
    }

    @Test
    void whoHasNoSessionSeesNoneAndBeginsNone() {
        MockHttpServletRequest without = new MockHttpServletRequest();

        SessionView view = views.find(views.open(without));

        assertEquals(SessionView.State.NONE, view.state());
        assertNothing(view);
        assertTrue(view.isOf(null));
        assertFalse(view.isOf(session));
        assertEquals(null, without.getSession(false));
    }

    @Test
    void entriesOfContainersAndOfTheProductAreNotSeen() {
        session.setAttribute("WELD_S_HASH", "x");
        session.setAttribute(SessionGuard.USER, "alice");
        session.setAttribute("cart", "tea");

        SessionView view = views.find(views.open(request));

        assertEquals(1, view.attributes().size());
        assertTrue(view.attribute(SessionGuard.USER).isEmpty());
        assertEquals("alice", view.summary().orElseThrow().user());
        assertNotEquals(session.getId(), view.summary().orElseThrow().hash());
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
