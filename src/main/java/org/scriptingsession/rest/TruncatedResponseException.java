// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.rest;

/** A script failed after output was sent: the connection must break, so that nobody takes the half for the whole. */
final class TruncatedResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TruncatedResponseException(Throwable cause) {
        super("the response was cut off because its script failed after output was sent", cause);
    }
}
