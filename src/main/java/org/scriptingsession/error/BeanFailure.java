// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.error;

/** An exception of the application, thrown by a bean's method that a script called. */
public final class BeanFailure extends Failure {
    private static final long serialVersionUID = 1L;

    BeanFailure(String message, Throwable cause) {
        super(Mistake.BEAN_FAILED, message, cause);
    }

    /** What the script's error has as its name: that of the exception's class. */
    public String name() {
        return getCause().getClass().getSimpleName();
    }
}
