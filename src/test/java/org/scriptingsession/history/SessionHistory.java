// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The requests for one session, each with when it was sent and when it was answered, and whether some order of them explains all
 * answers (linearizability: M. Herlihy, J. Wing 1990; the search is that of J. Wing and C. Gong 1993, with the memory of G. Lowe
 * 2017). A session is a counter that has an id, or has ended.
 */
public final class SessionHistory {
    private final List<Request> requests = new ArrayList<>();

    /** What a client asks for. */
    public enum Kind {
        /** Begins with a count of 0, and the id that is answered. */
        BEGIN,
        ADD,
        READ,
        /** Goes on under the id that is answered. */
        LOGIN,
        LOGOUT
    }

    /** A request; its fields are set once. */
    public static final class Request {
        private final Kind kind;
        private final String id;
        private final long sent;
        private long answered = Long.MAX_VALUE;
        private Integer count;
        private String newId;
        private boolean known;

        private Request(Kind kind, String id, long sent) {
            this.kind = kind;
            this.id = id;
            this.sent = sent;
        }

        @Override
        public String toString() {
            return kind + " of " + id + " from " + sent + ": "
                    + (known
                            ? "at " + answered + " " + (count == null ? "none" : count + " " + newId)
                            : "nobody knows");
        }
    }

    /**
     * What a session is between two requests.
     *
     * @param id null before it begins and after its end
     * @param former its ids of before, and when clients were told that they are dead
     */
    private record State(String id, Map<String, Long> former, int count) {}

    private record Seen(Set<Integer> done, State state) {}

    /** A request is sent; unless {@link #answer} tells more, nobody knows whether it is done, now or later. */
    public synchronized Request send(Kind kind, String id, long time) {
        Request request = new Request(kind, id, time);
        requests.add(request);
        return request;
    }

    /**
     * A request was answered.
     *
     * @param count what the session holds after it, null when the client was told that there is no session
     * @param newId the session's id after it
     */
    public synchronized void answer(Request request, Integer count, String newId, long time) {
        request.count = count;
        request.newId = newId;
        request.answered = time;
        request.known = true;
    }

    /** Whether some order explains all answers. */
    public synchronized boolean hasOrder() {
        return explains(new HashSet<>(), new State(null, Map.of(), 0), new HashSet<>());
    }

    private boolean explains(Set<Integer> done, State state, Set<Seen> seen) {
        if (!seen.add(new Seen(Set.copyOf(done), state))) {
            return false;
        }
        long firstAnswer = Long.MAX_VALUE;
        boolean open = false;
        for (int i = 0; i < requests.size(); i++) {
            if (requests.get(i).known && !done.contains(i)) {
                open = true;
                firstAnswer = Math.min(firstAnswer, requests.get(i).answered);
            }
        }
        if (!open) {
            return true;
        }
        Set<String> tried = new HashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            Request next = requests.get(i);
            // what was sent after another's answer comes after it
            State after = done.contains(i) || next.sent > firstAnswer ? null : after(state, next);
            // of requests that are alike, and of which nobody knows, the first one is as good as any
            if (after != null && (next.known || tried.add(next.kind + next.id))) {
                done.add(i);
                if (explains(done, after, seen)) {
                    return true;
                }
                done.remove(i);
            }
        }
        return false;
    }

    /** The state after a request; null when its answer does not fit. */
    private static State after(State state, Request request) {
        if (request.known && request.count == null && !request.id.equals(state.id)) {
            return state;
        }
        if (request.kind == Kind.BEGIN ? !state.former.isEmpty() || state.id != null : !mayFind(state, request)) {
            return null;
        }
        String newId = request.known ? request.newId : "lost";
        return switch (request.kind) {
            case BEGIN -> fits(request, new State(newId, Map.of(), 0));
            case ADD -> fits(request, new State(state.id, state.former, state.count + 1));
            case READ -> fits(request, state);
            case LOGIN -> fits(request, new State(newId, withFormer(state, request), state.count));
            case LOGOUT ->
                request.known && request.count == null ? null : new State(null, withFormer(state, request), 0);
        };
    }

    /** A request that was on its way when the id changed may still have the session; a logout has it in any case. */
    private static boolean mayFind(State state, Request request) {
        Long dead = state.former.get(request.id);
        return request.id.equals(state.id)
                || dead != null && (request.kind == Kind.LOGOUT || state.id != null && request.sent < dead);
    }

    private static Map<String, Long> withFormer(State state, Request request) {
        Map<String, Long> former = new HashMap<>(state.former);
        if (state.id != null) {
            former.put(state.id, request.answered);
        }
        return former;
    }

    private static State fits(Request request, State after) {
        return !request.known || request.count != null && request.count == after.count ? after : null;
    }

    @Override
    public String toString() {
        return requests.stream().map(Request::toString).collect(Collectors.joining("\n"));
    }
}
