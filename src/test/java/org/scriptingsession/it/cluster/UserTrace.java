// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * One user with a session, who keeps book: what the session must hold by what was acknowledged, and what it may hold by requests
 * of which nobody can say whether they were done.
 */
final class UserTrace implements Runnable {
    private final int number;
    private final URI base;
    private final Tally tally;
    private final Random random;
    private Shopper shopper;
    private int interval;
    private String id;
    private int count;
    private int perhapsMore;
    private int stale;
    private final Set<String> carts = new HashSet<>();
    private int items;

    UserTrace(int number, URI base, Tally tally) {
        this.number = number;
        this.base = base;
        this.tally = tally;
        this.random = new Random(number);
    }

    @Override
    public void run() {
        try {
            while (!tally.isOver()) {
                step();
                Thread.sleep(80 + random.nextInt(80));
            }
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        if (shopper == null) {
            begin();
            return;
        }
        int choice = random.nextInt(100);
        if (choice < 70) {
            add();
        } else if (choice < 85) {
            cart();
        } else if (choice < 95) {
            read();
        } else if (choice < 97) {
            login();
        } else {
            logout();
        }
    }

    private void begin() throws InterruptedException {
        Shopper next = new Shopper();
        interval = 1000 + number;
        Optional<JsonObject> answer = tally.ask(next, base, "begin?interval=" + interval);
        if (answer.isPresent()) {
            shopper = next;
            id = answer.get().getString("id");
            count = 0;
            perhapsMore = 0;
            carts.clear();
            carts.add("");
        }
    }

    private void add() throws InterruptedException {
        Optional<JsonObject> answer = tally.ask(shopper, base, "add");
        if (answer.isPresent()) {
            // what is acknowledged counts even where the answer tells less: that is a loss
            check(answer.get(), count + 1, count + 1 + perhapsMore);
        } else {
            perhapsMore++;
        }
    }

    private void cart() throws InterruptedException {
        String item = number + "-" + items++;
        Optional<JsonObject> answer = tally.ask(shopper, base, "cart?item=" + item + "&size=" + random.nextInt(4000));
        carts.add(item);
        if (answer.isPresent()) {
            carts.clear();
            carts.add(item);
            check(answer.get(), count, count + perhapsMore);
        }
    }

    private void read() throws InterruptedException {
        Optional<JsonObject> answer = tally.ask(shopper, base, "read");
        if (answer.isPresent()) {
            check(answer.get(), count, count + perhapsMore);
        }
    }

    /** The session goes on under another id, and the one that it had is dead. */
    private void login() throws InterruptedException {
        Shopper thief = shopper.withSessionAlone();
        Optional<JsonObject> answer = tally.ask(shopper, base, "login");
        if (answer.isPresent()) {
            tally.loggedOut(thief, id);
            id = answer.get().getString("id");
            check(answer.get(), count, count + perhapsMore);
        } else {
            // nobody knows which of the ids is the session's
            shopper = null;
        }
    }

    private void logout() throws InterruptedException {
        Shopper thief = shopper.withSessionAlone();
        if (tally.ask(shopper, base, "logout").isPresent()) {
            tally.loggedOut(thief, id);
        }
        shopper = null;
    }

    /** What was acknowledged last is there in the end. */
    private void finish() throws InterruptedException {
        for (int tries = 0; shopper != null && tries < 50; tries++) {
            Optional<JsonObject> answer = tally.ask(shopper, base, "read");
            if (answer.isPresent()) {
                int staleBefore = stale;
                check(answer.get(), count, count + perhapsMore);
                if (stale > staleBefore) {
                    tally.lost("user " + number + " has in the end " + answer.get());
                }
                return;
            }
            Thread.sleep(200);
        }
        if (shopper != null) {
            tally.lost("user " + number + " has no answer in the end");
        }
    }

    private void check(JsonObject answer, int least, int most) {
        if (!answer.getBoolean("alive")) {
            tally.lost("session of user " + number + " is gone, " + least + " additions with it");
            shopper = null;
            return;
        }
        int now = answer.containsKey("count") ? answer.getInt("count") : -1;
        String cart = answer.getString("cart");
        if (now < least) {
            stale("has " + now + " of " + least);
        } else if (now > most) {
            tally.lost("user " + number + " has " + now + ", more than the " + most + " ever asked for");
        }
        if (!carts.contains(cart)) {
            stale("has the cart " + cart + " and not one of " + carts);
        }
        if (!answer.getString("id").equals(id)) {
            tally.lost("user " + number + " has another session id");
            id = answer.getString("id");
        }
        if (answer.getInt("interval") != interval) {
            tally.lost("user " + number + " has the interval " + answer.getInt("interval"));
        }
        // of a stale answer, what was acknowledged goes on to count
        if (now >= least) {
            count = now;
            perhapsMore = 0;
        } else {
            count = least;
        }
        if (carts.contains(cart)) {
            carts.clear();
            carts.add(cart);
        }
    }

    private void stale(String what) {
        stale++;
        tally.stale("user " + number + " " + what);
    }
}
