// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.scriptingsession.error.Mistake;

/** Texts that all nodes of a test share, as a grid keeps them. */
public final class FixedTexts implements SharedTexts {
    /** By key. */
    public final Map<String, String> byKey = new ConcurrentHashMap<>();

    /** How often something was asked or written. */
    public final AtomicInteger operations = new AtomicInteger();

    /** How long the text that was written last is kept. */
    public volatile Duration kept;

    /** What another node does before the next text is replaced. */
    public Runnable meanwhile = () -> {};

    /** What another node does before the next text is removed. */
    public Runnable beforeRemoval = () -> {};

    /** How many of the next changes are made, and repeated since their answer was lost. */
    public int answersLost;

    /** Whether the grid gives one text and holds another. */
    public volatile boolean contradicts;

    /** Whether the grid answers. */
    public volatile boolean answers = true;

    @Override
    public String get(String key) {
        count();
        return byKey.get(key);
    }

    @Override
    public synchronized boolean replace(String key, String before, String next, Duration time) {
        count();
        Runnable other = meanwhile;
        meanwhile = () -> {};
        other.run();
        if (contradicts || !Objects.equals(byKey.get(key), before)) {
            return false;
        }
        kept = time;
        byKey.put(key, next);
        return answersLost-- <= 0;
    }

    @Override
    public synchronized boolean remove(String key, String before) {
        count();
        Runnable other = beforeRemoval;
        beforeRemoval = () -> {};
        other.run();
        return byKey.remove(key, before);
    }

    private void count() {
        if (!answers) {
            throw Mistake.GRID_UNREACHABLE.with();
        }
        operations.incrementAndGet();
    }
}
