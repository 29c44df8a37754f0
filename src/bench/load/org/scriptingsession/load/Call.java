// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.load;

/**
 * A GET.
 *
 * @param target path and query
 * @param cookie null for none
 * @param end is told what came of it
 */
record Call(String target, String cookie, End end) {
    /** What is to be done with an answer. */
    interface End {
        /**
         * @param due when the call was to be sent, by {@link System#nanoTime}: time is counted from here, so that a server that
         *     makes its clients wait does not look better for what they could not send meanwhile
         * @param ended when the last byte of the answer had come
         */
        void accept(Answer answer, long due, long ended);
    }
}
