// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.request;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;

/** The part of a response by which the client knows that it has all of it, where nothing else tells it so. */
final class LastPart {
    private static final long NONE = -1;

    /** Whether it is kept back. */
    private boolean kept;

    /** Whether the response to this request has no body, whatever is written. */
    private boolean toHead;

    /** Whether a component has sent all that it has, and the client would see the end. */
    private boolean flushed;

    /** Of the body, in bytes. */
    private long announcedLength = NONE;

    /** @param head whether the request's method is HEAD */
    void keep(boolean head) {
        kept = true;
        toHead = head;
    }

    void keepNothing() {
        kept = false;
    }

    boolean isKept() {
        return kept;
    }

    /** The body's length in bytes was announced; negative takes it back. */
    void announce(long length) {
        announcedLength = length;
    }

    /** The same, if it was: a header is being set. */
    void announce(String header, String value) {
        if (HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(header)) {
            try {
                announce(Long.parseLong(value));
            } catch (NumberFormatException noLength) {
                // it is the container's to refuse, or to send
                announce(NONE);
            }
        }
    }

    /** Whether the last byte, or character, of a body is kept back. */
    boolean isOfBody() {
        return kept && announcedLength >= 0;
    }

    /** How many bytes of the body the container may have. */
    long openLength() {
        return isOfBody() ? announcedLength - 1 : Long.MAX_VALUE;
    }

    /** Whether a body that nothing was written to is all there. */
    boolean isEmpty() {
        return announcedLength == 0;
    }

    /**
     * Whether a component may send what it has.
     *
     * @param status of the response
     * @param whole whether that is all that was announced, if it was
     */
    boolean mayFlush(int status, boolean whole) {
        boolean end = kept && (toHead || hasNoBody(status) || announcedLength >= 0 && whole);
        flushed |= end;
        return !end;
    }

    /** Whether a component was not let send what it had. */
    boolean isFlushed() {
        return flushed;
    }

    /** RFC 9110, 15.3.5, 15.3.6 and 15.4.5. */
    private static boolean hasNoBody(int status) {
        return status == HttpServletResponse.SC_NO_CONTENT
                || status == HttpServletResponse.SC_RESET_CONTENT
                || status == HttpServletResponse.SC_NOT_MODIFIED;
    }
}
