// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import org.scriptingsession.server.ResponseEnd;

/** A request, from before it finds its session until that is stored. */
final class RequestUnderWay {
    /** When it began, by {@link System#nanoTime}. */
    final long begun = System.nanoTime();

    /** Payara's object. */
    final Object request;

    /** Whether the request has ended a session, or changed its id. */
    boolean changedIds;

    /** To be completed; null when no component has served the request. */
    ResponseEnd response;

    /** Why the other nodes were not told of an end or a new id; null when they were. */
    RuntimeException problem;

    RequestUnderWay(Object request) {
        this.request = request;
    }
}
