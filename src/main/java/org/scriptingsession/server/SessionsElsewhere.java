// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

/** Tells the session listener that the session which this thread ends has been over for a while, ended on another node. */
public final class SessionsElsewhere {
    private static final ThreadLocal<Boolean> ENDING = new ThreadLocal<>();

    private SessionsElsewhere() {}

    /** Whether this thread ends what another node has ended. */
    public static boolean isEnding() {
        return ENDING.get() != null;
    }

    public static void ending(Runnable work) {
        ENDING.set(true);
        try {
            work.run();
        } finally {
            ENDING.remove();
        }
    }
}
