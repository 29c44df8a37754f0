// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.server.FixedTexts;

/** The sessions of a user are in texts that all nodes share, however many there are. */
@Timeout(60)
class UserIndexTest {
    private static final int INTERVAL = 1800;

    private final FixedTexts texts = new FixedTexts();
    private final AtomicLong now = new AtomicLong(1_000_000_000);
    private final UserIndex index = new UserIndex(texts, now::get);

    @Test
    void whatWasToldIsKnownOldestFirstAndToNobodyElse() {
        index.tell("alice", session("b", 2));
        index.tell("alice", session("a", 1));
        index.tell("bob", session("x", 0));

        assertEquals(List.of("a", "b"), ids("alice"));
        assertEquals(List.of(), ids("carol"));
    }

    @Test
    void usersOfAnyNameAreToldApart() {
        List<String> users =
                List.of("", "0@", "@", "pages@alice", "0@alice", "a\nb", "a b", "\u0000", "x".repeat(10_000));
        users.forEach(user -> index.tell(user, session("of" + users.indexOf(user), 1)));

        users.forEach(user -> assertEquals(List.of("of" + users.indexOf(user)), ids(user)));
    }

    /** A name is what a script has listed, perhaps on another node, which makes other names. */
    @Test
    void aSessionKeepsItsNameHoweverOftenItIsToldOf() {
        index.tell("alice", session("a", 1));

        index.tell("alice", new IndexedSession("a", "other", 1, now.get(), 60, false));

        assertEquals(List.of(new IndexedSession("a", "name-of-a", 1, now.get(), 60, false)), index.of("alice"));
    }

    @Test
    void anyNumberOfSessionsIsKnownAndForgotten() {
        List<String> ids = IntStream.range(0, 5000)
                .mapToObj(i -> "session" + 10_000 + i)
                .sorted()
                .toList();
        ids.forEach(id -> index.tell("alice", session(id, 1)));

        assertEquals(ids, ids("alice"));
        int longest = texts.byKey.values().stream()
                .mapToInt(page -> (int) page.lines().count())
                .max()
                .orElseThrow();
        assertTrue(longest <= UserIndex.FULL + 1, () -> longest + " lines in one page");

        index.remove("alice", ids.get(0));
        index.remove("alice", ids.get(4999));
        assertEquals(ids.subList(1, 4999), ids("alice"));
        index.removeAll("alice", Set.copyOf(ids));
        assertEquals(List.of(), ids("alice"));
        assertEquals(Set.of(), texts.byKey.keySet());
    }

    /** A look has found the pages empty, and forgets how many there were. */
    @Test
    void whatIsToldInAPageThatIsBeingForgottenIsKnown() {
        List<String> many = IntStream.range(0, 200).mapToObj(i -> "session" + i).toList();
        for (String when : List.of("before", "after")) {
            many.forEach(id -> index.tell("alice", session(id, 1)));
            index.removeAll("alice", Set.copyOf(many));
            UserIndex other = new UserIndex(texts, now::get);
            Runnable tell = () -> other.tell("alice", session("late", 2));
            if (when.equals("before")) {
                texts.beforeRemoval = tell;
            } else {
                // the other has chosen a page, and writes when the pages are forgotten
                texts.meanwhile = () -> assertEquals(List.of(), ids("alice"));
                tell.run();
            }

            ids("alice");
            assertEquals(List.of("late"), ids("alice"), when);
            index.removeAll("alice", Set.of("late"));
        }
    }

    /** Twice as many cost twice as many questions, or a little more. */
    @Test
    void forgettingManyIsLinear() {
        int few = questionsToForget("alice", 1000);
        int many = questionsToForget("bob", 8000);

        assertTrue(many <= 16 * few, () -> few + " and " + many);
        assertTrue(many < 1000, () -> "one change of each page, not " + many);
    }

    @Test
    void whatCannotLiveAnyMoreIsForgotten() {
        index.tell("alice", session("a", 1));
        Duration longest =
                Duration.ofSeconds(INTERVAL).plus(IndexedSession.TOLD_AGAIN).plus(Duration.ofHours(1));
        assertEquals(longest, texts.kept);
        now.addAndGet(longest.toMillis());
        assertEquals(List.of("a"), ids("alice"));

        now.incrementAndGet();

        assertEquals(List.of(), ids("alice"));
        index.tell("alice", session("b", 2));
        assertEquals(1, texts.byKey.get("0@alice").lines().count());
    }

    @Test
    void aSessionThatNeverExpiresIsKept() {
        index.tell("alice", new IndexedSession("a", "a", 1, now.get(), 0, false));

        now.addAndGet(Duration.ofDays(3000).toMillis());

        assertEquals(List.of("a"), ids("alice"));
    }

    @Test
    void linesOfAnotherVersionAreNotHeeded() {
        texts.byKey.put("0@alice", "something\na b c d e f\n" + session("a", 1) + " more");

        assertEquals(List.of("a"), ids("alice"));
    }

    /** Two grids that became one may hold what each of them held. */
    @Test
    void aGridThatContradictsItselfIsNotAskedForEver() {
        texts.contradicts = true;

        assertTimeoutPreemptively(Duration.ofSeconds(50), () -> {
            assertThrows(NotStoredException.class, () -> index.tell("alice", session("a", 1)));
            assertThrows(
                    NotStoredException.class, () -> index.admit("alice", session("a", 1), 1, false, other -> true));
        });
    }

    @Test
    void aSessionMayChangeItsIdInOneChange() {
        index.tell("alice", session("a", 1));
        int before = texts.operations.get();

        assertTrue(index.rename("alice", "a", session("b", 1)));

        assertEquals(4, texts.operations.get() - before);
        assertEquals(List.of("b"), ids("alice"));
        assertFalse(index.rename("alice", "a", session("c", 1)), "it was another session's");
        assertEquals(List.of("b"), ids("alice"));
    }

    /** To WildFly a session begins anew with another id. */
    @Test
    void aSessionIsAsOldAsItWasUnderItsFormerId() {
        index.tell("alice", session("a", 1));
        index.tell("alice", session("b", 2));

        index.rename("alice", "a", session("next", 3));
        assertEquals(List.of("next", "b"), ids("alice"));
        index.tell("alice", session("next", 3));

        assertEquals(List.of("next", "b"), ids("alice"));
    }

    @Test
    void oneOfManySessionsMayChangeItsId() {
        IntStream.range(0, 1000).forEach(i -> index.tell("alice", session("session" + i, 1)));

        for (int i = 0; i < 1000; i++) {
            assertTrue(index.rename("alice", "session" + i, session("renewed" + i, 1)));
        }

        assertEquals(
                IntStream.range(0, 1000).mapToObj(i -> "renewed" + i).sorted().toList(), ids("alice"));
    }

    private int questionsToForget(String user, int sessions) {
        Set<String> ids =
                IntStream.range(0, sessions).mapToObj(i -> "session" + i).collect(Collectors.toSet());
        ids.forEach(id -> index.tell(user, session(id, 1)));
        int before = texts.operations.get();
        index.removeAll(user, ids);
        int questions = texts.operations.get() - before;
        assertEquals(List.of(), ids(user));
        return questions;
    }

    private IndexedSession session(String id, long created) {
        return new IndexedSession(id, "name-of-" + id, created, now.get(), INTERVAL, false);
    }

    private List<String> ids(String user) {
        return index.of(user).stream().map(IndexedSession::id).toList();
    }
}
