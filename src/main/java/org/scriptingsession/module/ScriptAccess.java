// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import java.util.List;

/**
 * Who may run a script by its URL, as it says itself: {@code export const access = { roles: ["manager"] };}.
 *
 * @param restricted whether it says anything; else everybody may
 * @param roles one of them suffices; {@code **} is any user who is logged in (Servlet 6.0, 13.8); none admits nobody
 */
public record ScriptAccess(boolean restricted, List<String> roles) {
    /** Of a script that says nothing. */
    static final ScriptAccess OPEN = new ScriptAccess(false, List.of());

    /** Copies the list, so that the record is immutable. */
    public ScriptAccess {
        roles = List.copyOf(roles);
    }
}
