// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The different names that have been let through: those known pass always, new ones until there are too many. */
final class BoundedNames {
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Semaphore left;

    BoundedNames(int most) {
        left = new Semaphore(most);
    }

    boolean admits(String name) {
        if (known.contains(name)) {
            return true;
        }
        if (!left.tryAcquire()) {
            return false;
        }
        if (!known.add(name)) {
            // another thread was faster with the same name
            left.release();
        }
        return true;
    }
}
