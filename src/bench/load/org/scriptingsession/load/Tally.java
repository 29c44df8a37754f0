// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts right and wrong answers: those to calls that met a redeploy apart from all others. */
final class Tally {
    private final Map<Kind, Integer> right = new EnumMap<>(Kind.class);
    private final Map<String, Integer> wrong = new TreeMap<>();
    private final Map<String, Integer> wrongInRedeploy = new TreeMap<>();
    private final long settlingNanos;
    private final long secondsTimedBegun = System.nanoTime();
    private final long timedNanos;
    private final long allNanos;
    private final Histogram first = new Histogram();
    private final Histogram last = new Histogram();
    private volatile long redeployBegun = Long.MAX_VALUE;
    private volatile long redeployEnded = Long.MAX_VALUE;
    private int inRedeploy;
    private long lastWrongInRedeploy;

    /**
     * @param settlingNanos for which an application is new: its classes are not compiled yet, and what has queued up is there
     * @param timedNanos how long the first and the last part are whose percentiles are compared
     */
    Tally(long settlingNanos, long timedNanos, long allNanos) {
        this.settlingNanos = settlingNanos;
        this.timedNanos = timedNanos;
        this.allNanos = allNanos;
    }

    void redeployBegins() {
        redeployBegun = System.nanoTime();
    }

    void redeployEnded() {
        redeployEnded = System.nanoTime();
    }

    private boolean hasMetRedeploy(long due, long ended) {
        return ended >= redeployBegun && (redeployEnded == Long.MAX_VALUE || due <= redeployEnded + settlingNanos);
    }

    void add(Kind kind, boolean isRight, Answer answer, long due, long ended) {
        boolean met = hasMetRedeploy(due, ended);
        inRedeploy += met ? 1 : 0;
        if (isRight) {
            right.merge(kind, 1, Integer::sum);
            time(kind, due, ended);
            return;
        }
        String text = kind + ": " + answer.status() + " " + answer.body().strip();
        (met ? wrongInRedeploy : wrong).merge(text.substring(0, Math.min(text.length(), 160)), 1, Integer::sum);
        if (met) {
            lastWrongInRedeploy = ended;
        }
    }

    private void time(Kind kind, long due, long ended) {
        if (kind.isTimed() && due - secondsTimedBegun < timedNanos) {
            first.add(ended - due);
        } else if (kind.isTimed() && due - secondsTimedBegun > allNanos - timedNanos) {
            last.add(ended - due);
        }
    }

    int right(Kind kind) {
        return right.getOrDefault(kind, 0);
    }

    Map<String, Integer> wrong() {
        return wrong;
    }

    Map<String, Integer> wrongInRedeploy() {
        return wrongInRedeploy;
    }

    int inRedeploy() {
        return inRedeploy;
    }

    double secondsOfRedeploy() {
        return (redeployEnded - redeployBegun) / 1e9;
    }

    /** When the last call went wrong, counted from the end of the deployment. */
    double secondsOfLastWrong() {
        return lastWrongInRedeploy == 0 ? 0 : (lastWrongInRedeploy - redeployEnded) / 1e9;
    }

    Histogram first() {
        return first;
    }

    Histogram last() {
        return last;
    }
}
