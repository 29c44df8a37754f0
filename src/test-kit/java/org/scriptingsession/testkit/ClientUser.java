// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import java.security.Principal;
import java.util.Set;

/** A user who is logged in, or may be. */
record ClientUser(String name, Set<String> roles) implements Principal {
    @Override
    public String getName() {
        return name;
    }
}
