// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

/** Who asks may not have what was asked for. */
public final class AccessRefusedException extends Failure {
    private static final long serialVersionUID = 1L;

    AccessRefusedException(Mistake mistake, String message, Throwable cause) {
        super(mistake, message, cause);
    }
}
