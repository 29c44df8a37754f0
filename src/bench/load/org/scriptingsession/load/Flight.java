// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

/** A call that has been made, or should have been. */
final class Flight {
    private final Call call;
    private final long due;
    private Connection connection;
    private boolean ended;

    Flight(Call call, long due) {
        this.call = call;
        this.due = due;
    }

    Call call() {
        return call;
    }

    long due() {
        return due;
    }

    /** @return null while it waits for one */
    Connection connection() {
        return connection;
    }

    void by(Connection taken) {
        connection = taken;
    }

    boolean isEnded() {
        return ended;
    }

    void end(Answer answer) {
        ended = true;
        call.end().accept(answer, due, System.nanoTime());
    }
}
