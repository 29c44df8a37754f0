// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A fixed number of locks: work on one key waits for work on the same key, and seldom for that on another. */
public final class LockStripes {
    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    /** The lock of a key; equal keys have the same. */
    public Lock of(Object key) {
        return locks[Math.floorMod(key.hashCode(), locks.length)];
    }
}
