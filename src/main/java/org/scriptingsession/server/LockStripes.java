// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.util.stream.Stream;

/** A fixed number of locks: work on one key waits for work on the same key, and seldom for that on another. */
public final class LockStripes {
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    /** The lock of a key, to be synchronized on; equal keys have the same. */
    public Object of(Object key) {
        return locks[Math.floorMod(key.hashCode(), locks.length)];
    }
}
