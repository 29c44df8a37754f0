// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.SharedTexts;

/**
 * The sessions of each user as all nodes know them: pages of one line a session, each page changed as a whole by who has read it
 * as it is. A user has one page, and twice as many when a page is full; no line moves then. With a limit of sessions new lines
 * are in the first page, so that one change of it decides.
 *
 * <p>The index may name sessions that are over: the sessions themselves are asked again.
 */
final class UserIndex {
    /** Lines of a page before there are more pages; a line has about 120 bytes. */
    static final int FULL = 64;

    /** More than others can be faster one after the other: the grid then does not take what it has itself given. */
    static final int TRIES = 1000;

    /** Less may mean for ever. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    private static final Comparator<IndexedSession> OLDEST_FIRST =
            Comparator.comparingLong(IndexedSession::created).thenComparing(IndexedSession::id);

    private final SharedTexts texts;
    private final LongSupplier millis;

    UserIndex(SharedTexts texts, LongSupplier millis) {
        this.texts = texts;
        this.millis = millis;
    }

    /** The time by which lines are young or over. */
    long now() {
        return millis.getAsLong();
    }

    /** All lines of a user, the oldest session first. */
    List<IndexedSession> of(String user) {
        int pages = pages(user);
        List<IndexedSession> first = read(user, 0);
        List<IndexedSession> more = later(user, pages);
        if (pages > 1 && more.isEmpty()) {
            forgetPages(user, pages);
        }
        return sorted(Stream.concat(first.stream(), more.stream()));
    }

    /** Tells of a session, which keeps the name that it was told by before. */
    void tell(String user, IndexedSession session) {
        int pages;
        List<IndexedSession> page;
        do {
            pages = pages(user);
            page = update(key(user, page(session.id(), pages)), lines -> with(lines, session));
            // else they were forgotten meanwhile, and nobody looks there
        } while (pages > 1 && pages(user) < pages);
        if (page.size() > FULL) {
            texts.replace(pagesKey(user), text(pages), text(pages * 2), IndexedSession.FOR_EVER);
        }
    }

    /** There is one page again, unless a session was told of in another since it was read. */
    private void forgetPages(String user, int pages) {
        if (texts.remove(pagesKey(user), text(pages)) && !later(user, pages).isEmpty()) {
            texts.replace(pagesKey(user), null, text(pages), IndexedSession.FOR_EVER);
        }
    }

    /**
     * Tells of a session unless the user has too many then.
     *
     * @param most sessions of a user
     * @param newestRefused whether the session itself is the one that is too many, and is not told of
     * @param alive is asked only when there are too many
     * @return those that are too many, which count no more: to be ended, and then to be removed
     */
    List<IndexedSession> admit(
            String user, IndexedSession session, int most, boolean newestRefused, Predicate<IndexedSession> alive) {
        String key = key(user, 0);
        for (int i = 0; i < TRIES; i++) {
            String before = texts.get(key);
            List<IndexedSession> lines = lines(before);
            Set<String> dead = new HashSet<>();
            List<IndexedSession> tooMany = knows(lines, session.id())
                    ? List.of()
                    : tooMany(others(user, lines, session.id()), most, alive, dead);
            if (!tooMany.isEmpty() && newestRefused) {
                return List.of(session);
            }
            List<IndexedSession> next = with(ending(without(lines, dead), tooMany), session);
            if (next.equals(lines) || write(key, before, next)) {
                return tooMany;
            }
        }
        throw Mistake.GRID_UNREACHABLE.with();
    }

    /** The oldest of those that are too many when one more comes. */
    private List<IndexedSession> tooMany(
            List<IndexedSession> others, int most, Predicate<IndexedSession> alive, Set<String> dead) {
        if (others.size() < most) {
            return List.of();
        }
        List<IndexedSession> living = new ArrayList<>();
        for (IndexedSession other : others) {
            if (alive.test(other)) {
                living.add(other);
            } else if (other.isUnused(now())) {
                dead.add(other.id());
            }
        }
        return living.subList(0, Math.max(0, living.size() + 1 - most));
    }

    /** A session that could not be ended counts on. */
    void restore(String user, IndexedSession session) {
        update(key(user, 0), lines -> with(without(lines, Set.of(session.id())), session));
    }

    /** A session has another id; false when it was not told of, or is one too many: it is then told of as a new one. */
    boolean rename(String user, String before, IndexedSession session) {
        int pages = pages(user);
        Set<Integer> places = places(before, pages);
        Optional<IndexedSession> known = places.stream()
                .flatMap(page -> read(user, page).stream())
                .filter(line -> line.id().equals(before) && !line.ending())
                .findFirst();
        if (known.isEmpty()) {
            return false;
        }
        IndexedSession renamed = session.begun(known.get().created());
        int page = page(session.id(), pages);
        // in one change where both are in one page: else another login may count both
        update(key(user, page), lines -> with(without(lines, Set.of(before)), renamed));
        places.remove(page);
        places.forEach(place -> update(key(user, place), lines -> without(lines, Set.of(before))));
        return true;
    }

    /** Forgets a session of a user. */
    void remove(String user, String id) {
        places(id, pages(user)).forEach(page -> update(key(user, page), lines -> without(lines, Set.of(id))));
    }

    /** Forgets many sessions of a user, in one change of each page. */
    void removeAll(String user, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        IntStream.range(0, pages(user)).forEach(page -> update(key(user, page), lines -> without(lines, ids)));
    }

    private List<IndexedSession> others(String user, List<IndexedSession> firstPage, String id) {
        Stream<IndexedSession> more = later(user, pages(user)).stream();
        return sorted(Stream.concat(firstPage.stream(), more)).stream()
                .filter(other -> !other.isEnding(now()) && !other.id().equals(id))
                .toList();
    }

    private List<IndexedSession> ending(List<IndexedSession> lines, List<IndexedSession> tooMany) {
        return lines.stream()
                .map(line -> tooMany.contains(line) ? line.ending(now()) : line)
                .toList();
    }

    /** Of a session that is ending it is told no more: another request of it may not know that. */
    private static List<IndexedSession> with(List<IndexedSession> lines, IndexedSession session) {
        List<IndexedSession> all = new ArrayList<>(lines);
        for (int i = 0; i < all.size(); i++) {
            IndexedSession known = all.get(i);
            if (known.id().equals(session.id())) {
                all.set(i, known.ending() ? known : session.named(known.name()).begun(known.created()));
                return all;
            }
        }
        all.add(session);
        return all;
    }

    private static List<IndexedSession> without(List<IndexedSession> lines, Set<String> ids) {
        return lines.stream().filter(line -> !ids.contains(line.id())).toList();
    }

    private static boolean knows(List<IndexedSession> lines, String id) {
        return lines.stream().anyMatch(line -> line.id().equals(id));
    }

    /** Returns the page as it is then. */
    private List<IndexedSession> update(String key, UnaryOperator<List<IndexedSession>> change) {
        for (int i = 0; i < TRIES; i++) {
            String before = texts.get(key);
            List<IndexedSession> lines = lines(before);
            List<IndexedSession> next = change.apply(lines);
            if (next.equals(lines) || write(key, before, next)) {
                return next;
            }
        }
        throw Mistake.GRID_UNREACHABLE.with();
    }

    private boolean write(String key, String before, List<IndexedSession> lines) {
        if (lines.isEmpty()) {
            return before == null || texts.remove(key, before);
        }
        Duration kept = lines.stream()
                .map(line -> line.left(now()))
                .reduce(LEAST, (one, other) -> one.compareTo(other) > 0 ? one : other);
        String next = lines.stream().map(IndexedSession::toString).collect(Collectors.joining("\n"));
        // the grid repeats a change whose answer a dying node has kept, and then finds it made: nobody would end
        // whoever is
        // too many by that change
        return texts.replace(key, before, next, kept) || next.equals(texts.get(key));
    }

    /** The lines of all pages but the first. */
    private List<IndexedSession> later(String user, int pages) {
        return IntStream.range(1, pages)
                .mapToObj(page -> read(user, page))
                .flatMap(List::stream)
                .toList();
    }

    private List<IndexedSession> read(String user, int page) {
        return lines(texts.get(key(user, page)));
    }

    private List<IndexedSession> lines(String page) {
        return page == null
                ? List.of()
                : page.lines()
                        .map(IndexedSession::of)
                        .flatMap(Optional::stream)
                        .filter(line -> !line.isOver(now()))
                        .toList();
    }

    /** Told of in two pages, a session is as it was told of last. */
    private static List<IndexedSession> sorted(Stream<IndexedSession> lines) {
        Map<String, IndexedSession> byId = new HashMap<>();
        lines.forEach(line -> byId.merge(line.id(), line, (one, other) -> one.told() > other.told() ? one : other));
        return byId.values().stream().sorted(OLDEST_FIRST).toList();
    }

    private int pages(String user) {
        String pages = texts.get(pagesKey(user));
        return pages == null ? 1 : Integer.parseInt(pages);
    }

    /** One of those that the last doubling has added: the others may be full. */
    private static int page(String id, int pages) {
        int added = Math.max(1, pages / 2);
        return pages - added + (id.hashCode() & added - 1);
    }

    /** The pages in which a session may have been told of, however many there were then. */
    private static Set<Integer> places(String id, int pages) {
        Set<Integer> places = new TreeSet<>();
        for (int then = 1; then <= pages; then *= 2) {
            places.add(page(id, then));
        }
        return places;
    }

    /** Null for the one page that there is at first. */
    private static String text(int pages) {
        return pages == 1 ? null : String.valueOf(pages);
    }

    private static String pagesKey(String user) {
        return "pages@" + user;
    }

    private static String key(String user, int page) {
        return page + "@" + user;
    }
}
