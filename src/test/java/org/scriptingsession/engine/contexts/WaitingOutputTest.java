// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scriptingsession.module.ModuleGraph;
import org.scriptingsession.sdk.HttpCall;

/** What a client should have soon is sent before its script waits. */
class WaitingOutputTest {
    private final List<Thread> senders = new ArrayList<>();

    /** Nothing for the watch to do. */
    private final Client client = new Client() {
        @Override
        public void cut() {}

        @Override
        public void send() {
            senders.add(Thread.currentThread());
        }
    };

    /** To read and parse one may take longer than the script has time. */
    @Test
    void itIsSentBeforeAModuleIsLoaded() {
        try (TestContexts contexts = new TestContexts(Map.of())) {
            contexts.put("late.mjs", "export {};");
            ModuleGraph importing = contexts.graph("importing", "await import('./late.mjs');");

            contexts.run(importing, HttpCall.none("/it/importing"), client);
        }
        assertEquals(List.of(Thread.currentThread()), senders);
    }
}
