// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.util.Collection;

/** The server's classes are not those that the product knows: of another version, or not visible to the application. */
public final class MissingMembersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the classes and members that are missing. */
    public MissingMembersException(Collection<String> missing) {
        super(String.join(", ", missing));
    }
}
