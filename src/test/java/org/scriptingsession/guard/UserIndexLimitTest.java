// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.server.FixedTexts;

/** One change of a user's first page decides which of the sessions are too many. */
@Timeout(60)
class UserIndexLimitTest {
    private static final int INTERVAL = 1800;

    private final FixedTexts texts = new FixedTexts();
    private final AtomicLong now = new AtomicLong(1_000_000_000);
    private final UserIndex index = new UserIndex(texts, now::get);

    /** Payara's grid repeats a change whose answer a dying node has kept. */
    @Test
    void aChangeThatWasMadeAndRepeatedIsMade() {
        admit("a", 1, 1, false);
        texts.answersLost = 1;

        assertEquals(List.of("a"), ids(admit("b", 2, 1, false)));
    }

    @Test
    void theOldestIsTooMany() {
        admit("a", 1, 2, false);
        admit("b", 2, 2, false);

        assertEquals(List.of("a"), ids(admit("c", 3, 2, false)));

        // it counts no more, and its own requests do not tell of it again
        assertEquals(List.of(), admit("a", 1, 2, false));
        assertEquals(List.of(), admit("c", 3, 2, false));
        assertEquals(List.of("b"), ids(admit("d", 4, 2, false)));
    }

    /** The node that was to end it has died. */
    @Test
    void whoIsStillAliveAfterAMinuteCountsAgain() {
        admit("a", 1, 1, false);
        admit("b", 2, 1, false);
        now.addAndGet(Duration.ofMinutes(1).toMillis());

        assertEquals(List.of("a", "b"), ids(admit("c", 3, 1, false)));
        assertEquals(List.of("c"), ids(admit("d", 4, 1, false)));
    }

    @Test
    void theNewestIsRefusedAndNotToldOf() {
        admit("a", 1, 1, true);

        assertEquals(List.of("b"), ids(admit("b", 2, 1, true)));

        assertEquals(List.of("a"), ids("alice"));
        assertEquals(List.of(), admit("a", 1, 1, true));
    }

    @Test
    void theDeadDoNotCount() {
        admit("a", 1, 1, true);
        admit("dead", 2, 2, true);
        Predicate<IndexedSession> alive = other -> !other.id().equals("dead");

        assertEquals(List.of(), index.admit("alice", session("b", 3), 2, true, alive));
        assertEquals(List.of("a", "dead", "b"), ids("alice"), "another node may have used it");

        now.addAndGet(Duration.ofSeconds(INTERVAL)
                .plus(IndexedSession.TOLD_AGAIN)
                .plusMillis(1)
                .toMillis());
        assertEquals(List.of("c"), ids(index.admit("alice", session("c", 4), 2, true, alive)));
        assertEquals(List.of(), index.admit("alice", session("c", 4), 3, true, alive));
        assertEquals(List.of("a", "b", "c"), ids("alice"));
    }

    @Test
    void ofTwoLoginsAtOnceOneDecides() {
        admit("oldest", 1, 1, false);
        UserIndex other = new UserIndex(texts, now::get);
        texts.meanwhile = () ->
                assertEquals(List.of("oldest"), ids(other.admit("alice", session("b", 3), 1, false, line -> true)));

        assertEquals(List.of("b"), ids(admit("a", 2, 1, false)));
    }

    @Test
    void howeverManyLogInAtOnceAsManyAsAllowedAreLeft() {
        List<CompletableFuture<List<IndexedSession>>> logins = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        new UserIndex(texts, now::get).admit("alice", session("s" + i, i), 3, false, line -> true)))
                .toList();
        Set<String> ended = logins.stream()
                .flatMap(login -> login.join().stream())
                .map(IndexedSession::id)
                .collect(Collectors.toSet());

        assertEquals(61, ended.size());
        assertEquals(
                3, index.of("alice").stream().filter(line -> !line.ending()).count());
    }

    @Test
    void aSessionThatCouldNotBeEndedCountsOn() {
        admit("a", 1, 1, false);
        IndexedSession tooMany = admit("b", 2, 1, false).get(0);

        index.restore("alice", tooMany);

        assertEquals(List.of("a", "b"), ids(admit("c", 3, 1, false)));
    }

    /** Who ends it knows the id of before. */
    @Test
    void aSessionThatIsTooManyCountsAgainUnderAnotherId() {
        admit("a", 1, 1, false);
        admit("b", 2, 1, false);

        assertFalse(index.rename("alice", "a", session("next", 1)));

        assertEquals(List.of("b"), ids(admit("next", 1, 1, false)));
    }

    private List<IndexedSession> admit(String id, long created, int most, boolean newestRefused) {
        return index.admit("alice", session(id, created), most, newestRefused, other -> true);
    }

    private IndexedSession session(String id, long created) {
        return new IndexedSession(id, "name-of-" + id, created, now.get(), INTERVAL, false);
    }

    private List<String> ids(String user) {
        return ids(index.of(user));
    }

    private static List<String> ids(List<IndexedSession> sessions) {
        return sessions.stream().map(IndexedSession::id).toList();
    }
}
