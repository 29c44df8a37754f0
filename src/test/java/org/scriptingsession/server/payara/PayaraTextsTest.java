// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.map.IMap;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.error.NotStoredException;

/** Texts in the data grid are replaced as they were read, live as long as they should, and say when the grid does not answer. */
class PayaraTextsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, String> inGrid = new ConcurrentHashMap<>();

    /** By key, in seconds. */
    private final Map<String, Long> timeToLive = new ConcurrentHashMap<>();

    private boolean answers = true;
    private String name;

    private final IMap<?, ?> map = proxy(IMap.class, (proxy, called, arguments) -> {
        if (!answers) {
            throw new OperationTimeoutException("no answer");
        }
        switch (called.getName()) {
            case "get":
                return inGrid.get(arguments[0]);
            case "remove":
                return inGrid.remove(arguments[0], arguments[1]);
            case "replace":
                timeToLive.remove(arguments[0]);
                return inGrid.replace((String) arguments[0], (String) arguments[1], (String) arguments[2]);
            case "putIfAbsent":
                timeToLive.put((String) arguments[0], (Long) arguments[2]);
                return inGrid.putIfAbsent((String) arguments[0], (String) arguments[1]);
            case "setTtl":
                timeToLive.put((String) arguments[0], (Long) arguments[1]);
                return true;
            default:
                throw new UnsupportedOperationException(called.getName());
        }
    });

    private final HazelcastInstance grid = proxy(HazelcastInstance.class, (proxy, called, arguments) -> {
        name = (String) arguments[0];
        return map;
    });

    private final PayaraTexts texts = new PayaraTexts(grid, "/shop");

    /** The settings of deploy/payara-micro are for maps whose names begin so. */
    @Test
    void theMapIsTheApplications() {
        assertEquals("org.scriptingsession.users/shop", name);
    }

    @Test
    void aTextIsReplacedAsItWasRead() {
        assertNull(texts.get("key"));
        assertTrue(texts.replace("key", null, "a", HOUR));
        assertFalse(texts.replace("key", null, "b", HOUR));
        assertTrue(texts.replace("key", "a", "b", HOUR));
        assertFalse(texts.replace("key", "a", "c", HOUR));
        assertEquals("b", texts.get("key"));
        assertFalse(texts.remove("key", "a"));
        assertTrue(texts.remove("key", "b"));
        assertNull(texts.get("key"));
    }

    @Test
    void itLivesAsLongAsWasSaidLast() {
        texts.replace("key", null, "a", HOUR);
        assertEquals(3600, timeToLive.get("key"));

        texts.replace("key", "a", "b", HOUR.plusSeconds(1));

        assertEquals(3601, timeToLive.get("key"));
    }

    @Test
    void aGridThatDoesNotAnswerIsNamed() {
        answers = false;

        for (Runnable question : List.<Runnable>of(
                () -> texts.get("key"),
                () -> texts.replace("key", null, "a", HOUR),
                () -> texts.replace("key", "a", "b", HOUR),
                () -> texts.remove("key", "a"))) {
            assertEquals(
                    NotStoredException.class,
                    Failures.of(Mistake.GRID_UNREACHABLE, question::run).getClass());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answering) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answering));
    }
}
