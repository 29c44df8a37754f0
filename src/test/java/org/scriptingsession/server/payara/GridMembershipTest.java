// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.IndeterminateOperationStateException;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.core.LifecycleService;
import com.hazelcast.map.IMap;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.scriptingsession.server.Standstill;

/** What a node tells the grid of another that it joins. */
class GridMembershipTest {
    private final List<Object> ended = new ArrayList<>();
    private final List<String> stored = new ArrayList<>();
    private int unanswered;
    private LifecycleListener listener;

    private final IMap<?, ?> map = proxy(IMap.class, (proxy, called, arguments) -> {
        if (called.getName().equals("putIfAbsent")) {
            if (unanswered-- > 0) {
                throw new IndeterminateOperationStateException("the backup did not answer");
            }
            ended.add(arguments[0]);
        }
        return null;
    });

    private final Member member =
            proxy(Member.class, (proxy, called, arguments) -> UUID.nameUUIDFromBytes(new byte[] {1}));

    private final Cluster cluster = proxy(Cluster.class, (proxy, called, arguments) -> switch (called.getName()) {
        case "getLocalMember" -> member;
        case "getMembers" -> Set.of(member);
        default -> null;
    });

    private final LifecycleService lifecycle = proxy(LifecycleService.class, (proxy, called, arguments) -> {
        listener = (LifecycleListener) arguments[0];
        return null;
    });

    private final HazelcastInstance grid =
            proxy(HazelcastInstance.class, (proxy, called, arguments) -> switch (called.getName()) {
                case "getMap" -> map;
                case "getCluster" -> cluster;
                case "getLifecycleService" -> lifecycle;
                default -> null;
            });

    private final SessionMarks marks = new SessionMarks(grid, "/shop");
    private final GridMembership membership = new GridMembership(grid, marks, new Standstill());

    @Test
    void itTellsAllAgainWhenAnAnswerDoesNotCome() {
        marks.end("first", 1800);
        marks.end("second", 1800);
        begin();
        ended.clear();
        unanswered = 1;

        merge();

        assertTrue(ended.containsAll(List.of("over@first", "over@second")), ended::toString);
        assertEquals(List.of(member.getUuid().toString()), stored);
        assertNotNull(membership.awaitGrid());
    }

    @Test
    void aGridThatNeverAnswersIsNotToldForEver() {
        marks.end("first", 1800);
        begin();
        unanswered = Integer.MAX_VALUE;

        merge();

        assertEquals(List.of(), stored);
        assertNotNull(membership.awaitGrid());
    }

    private void begin() {
        membership.begin((node, since) -> {
            stored.add(node);
            return 1;
        });
    }

    private void merge() {
        listener.stateChanged(new LifecycleEvent(LifecycleState.MERGING));
        listener.stateChanged(new LifecycleEvent(LifecycleState.MERGED));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
