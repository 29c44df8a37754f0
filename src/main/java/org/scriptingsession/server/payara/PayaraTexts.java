// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.SharedTexts;

/** An application's texts in Payara's data grid. */
final class PayaraTexts implements SharedTexts {
    private static final String NAME = "org.scriptingsession.users";

    private final IMap<String, String> texts;

    PayaraTexts(HazelcastInstance grid, String contextPath) {
        texts = grid.getMap(NAME + contextPath);
    }

    @Override
    public String get(String key) {
        return asked(() -> texts.get(key));
    }

    @Override
    public boolean replace(String key, String before, String next, Duration kept) {
        return asked(() -> {
            if (before == null) {
                return texts.putIfAbsent(key, next, kept.toSeconds(), TimeUnit.SECONDS) == null;
            }
            boolean ours = texts.replace(key, before, next);
            if (ours) {
                texts.setTtl(key, kept.toSeconds(), TimeUnit.SECONDS);
            }
            return ours;
        });
    }

    @Override
    public boolean remove(String key, String before) {
        return asked(() -> texts.remove(key, before));
    }

    /** Asks the grid something, and says by its number when it does not answer. */
    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw Mistake.GRID_UNREACHABLE.because(e);
        }
    }
}
