// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Users who come, visit and leave, and among them what goes wrong in a server's life, wanted and counted. Every answer is
 * compared with what this user has to get.
 */
final class Mix implements Supplier<Call> {
    private static final String SCRIPTS = Server.CONTEXT + "/js/load/";

    /** One of so many logs out, the others leave their session to its end. */
    static final int LOGOUTS = 5;

    private static final double STATIC_SHARE = 0.1;
    private static final double CHANGED_SHARE = 0.05;
    private static final long FAILS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOPS_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long CHANGE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** The default of scripting.scripts.refresh: so old may what the server knows of a file be. */
    private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path changed;
    private final Random random = new Random(5);
    private final List<User> users = new ArrayList<>();
    private final List<User> leaving = new ArrayList<>();
    private Tally tally;
    private double beginShare;
    private int secondsOfSession;
    private int mostUsers;

    /** Who have a session: those on the list, and those with a call on its way. */
    private int members;

    private int replaced;
    private int left;
    private int version;
    private long nextFails;
    private long nextLoops;
    private long changedAt;
    private volatile int deployment;

    /** @param folder of scripts, which are read at each request */
    Mix(Path folder) {
        changed = folder.resolve("load/changed.mjs");
        change();
        nextFails = changedAt;
        nextLoops = changedAt;
    }

    /**
     * What holds from here on.
     *
     * @param share of the calls that begin a session
     * @param seconds that a session lives when nobody visits it
     * @param visitors how many visit their session again and again; who leaves their number does so for good
     */
    void plan(double share, int seconds, int visitors, Tally counted) {
        beginShare = share;
        secondsOfSession = seconds;
        mostUsers = visitors;
        tally = counted;
        users.clear();
        leaving.clear();
        members = 0;
        replaced = 0;
    }

    /** Sessions of before are gone. */
    void applicationChanges() {
        deployment++;
    }

    @Override
    public Call get() {
        long now = System.nanoTime();
        if (now - changedAt >= CHANGE_NANOS) {
            change();
        }
        if (now - nextFails >= 0) {
            nextFails = now + FAILS_NANOS;
            return call(Kind.FAILS, "fails.mjs", answer -> answer.status() == 500);
        }
        if (now - nextLoops >= 0) {
            nextLoops = now + LOOPS_NANOS;
            return call(
                    Kind.LOOPS,
                    "loops.mjs",
                    answer -> answer.status() == 503 && answer.body().contains("deadline"));
        }
        if (!leaving.isEmpty()) {
            return logout(leaving.remove(leaving.size() - 1));
        }
        double chance = random.nextDouble();
        if (chance < STATIC_SHARE) {
            return call(
                    Kind.STATIC,
                    "../../static.txt",
                    answer -> answer.status() == 200 && answer.body().startsWith("what the"));
        }
        if (chance < STATIC_SHARE + CHANGED_SHARE) {
            return changed(now);
        }
        if (chance < STATIC_SHARE + CHANGED_SHARE + beginShare) {
            return begin();
        }
        User user = known(now);
        if (user != null) {
            return visit(user);
        }
        if (members < mostUsers) {
            return begin();
        }
        // all wait for their answers: no others come because of it
        replaced++;
        return changed(now);
    }

    /** How many calls of this plan were no visits, since all visitors had a call on its way. */
    int replaced() {
        return replaced;
    }

    private Call changed(long now) {
        int atLeast = now - changedAt > REFRESH_NANOS ? version : version - 1;
        return call(Kind.CHANGED, "changed.mjs", answer -> answer.status() == 200 && isVersion(answer, atLeast));
    }

    private void change() {
        version++;
        try {
            Path next = changed.resolveSibling("_next");
            Files.writeString(
                    next, "import { response } from \"sdk/http\";\nresponse.println(\"version " + version + "\");\n");
            Files.move(next, changed, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        changedAt = System.nanoTime();
    }

    private boolean isVersion(Answer answer, int atLeast) {
        String[] words = answer.body().strip().split(" ");
        int seen = words[0].equals("version") ? Integer.parseInt(words[1]) : -1;
        return seen >= atLeast && seen <= version;
    }

    private User known(long now) {
        while (!users.isEmpty()) {
            int place = random.nextInt(users.size());
            User user = users.get(place);
            User last = users.remove(users.size() - 1);
            if (place < users.size()) {
                users.set(place, last);
            }
            // one whose session is about to end is left to its end
            if (user.deployment == deployment && now - user.seen < TimeUnit.SECONDS.toNanos(secondsOfSession) / 2) {
                return user;
            }
            members--;
        }
        return null;
    }

    private Call begin() {
        User user = new User(deployment);
        members++;
        return call(Kind.BEGIN, "visit.mjs?seconds=" + secondsOfSession, null, answer -> {
            user.cookie = answer.cookie();
            if (user.cookie == null) {
                members--;
                return false;
            }
            return isVisit(user, answer);
        });
    }

    private Call visit(User user) {
        return call(Kind.VISIT, "visit.mjs?seconds=" + secondsOfSession, user.cookie, answer -> isVisit(user, answer));
    }

    private boolean isVisit(User user, Answer answer) {
        user.visits++;
        user.seen = System.nanoTime();
        boolean right = answer.status() == 200 && answer.body().strip().equals("visit " + user.visits);
        if (!right || user.deployment != deployment) {
            members--;
            return right;
        }
        users.add(user);
        if (members > mostUsers) {
            leave();
        }
        return true;
    }

    private void leave() {
        User user = known(System.nanoTime());
        if (user == null) {
            return;
        }
        members--;
        if (++left % LOGOUTS == 0) {
            leaving.add(user);
        }
    }

    private Call logout(User user) {
        return call(
                Kind.LOGOUT,
                "logout.mjs",
                user.cookie,
                answer -> answer.status() == 200 && answer.body().strip().equals("out after " + user.visits));
    }

    private Call call(Kind kind, String path, Check check) {
        return call(kind, path, null, check);
    }

    private Call call(Kind kind, String path, String cookie, Check check) {
        Tally counted = tally;
        String target = path.startsWith("../../") ? Server.CONTEXT + path.substring(5) : SCRIPTS + path;
        return new Call(
                target, cookie, (answer, due, ended) -> counted.add(kind, check.isRight(answer), answer, due, ended));
    }

    /** What an answer is compared with. */
    private interface Check {
        boolean isRight(Answer answer);
    }

    /** One with a session, who has at most one call on its way: who is on the list has none. */
    private static final class User {
        private final int deployment;
        private String cookie;
        private int visits;
        private long seen;

        User(int deployment) {
            this.deployment = deployment;
        }
    }
}
