// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

/** What the calls of the soak ask for. */
enum Kind {
    BEGIN("a session begins"),
    VISIT("a visit that changes its session"),
    LOGOUT("a session is invalidated"),
    STATIC("a static file"),
    CHANGED("a script that is rewritten every other second"),
    FAILS("a script that throws: 500"),
    LOOPS("a script that passes its deadline: 503");

    private final String what;

    Kind(String what) {
        this.what = what;
    }

    String what() {
        return what;
    }

    /** Whether the time of its answers is the server's. */
    boolean isTimed() {
        return this != FAILS && this != LOOPS;
    }
}
