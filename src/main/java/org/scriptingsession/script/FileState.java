// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** What tells one state of a file from the next without reading it. */
record FileState(long modifiedNanos, long size, Object key) {
    /** A file system's clock may tick this slowly. */
    private static final long TICK_NANOS = 2_000_000_000L;

    static FileState of(BasicFileAttributes attributes) {
        return new FileState(
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(), attributes.fileKey());
    }

    /**
     * Whether equal states mean equal contents for one who read at that time: a file written twice within one tick of the
     * clock, at the same length, looks unchanged, so a state as young as its reading proves nothing.
     */
    boolean wasSettledAt(long readNanos) {
        return readNanos - modifiedNanos > TICK_NANOS;
    }
}
