// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

/**
 * What came of a call.
 *
 * @param status 0 when there was no answer
 * @param cookie the session's, as name=value, or null when none was set
 * @param retryAfter whether the answer says when to come again
 * @param body its beginning; without an answer, what happened instead
 */
record Answer(int status, String cookie, boolean retryAfter, String body) {
    static Answer none(String reason) {
        return new Answer(0, null, false, reason);
    }
}
