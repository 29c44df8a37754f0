// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

/** The place where nodes share sessions did not answer, or has not done what it was asked for. */
public final class GridException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what failed, and why; the cause may be null. */
    public GridException(String message, Throwable cause) {
        super(message, cause);
    }
}
