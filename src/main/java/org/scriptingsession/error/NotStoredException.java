// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

/** The session of a request was not read, or not stored, where other nodes find it. */
public final class NotStoredException extends Failure {
    private static final long serialVersionUID = 1L;

    NotStoredException(Mistake mistake, String message, Throwable cause) {
        super(mistake, message, cause);
    }
}
