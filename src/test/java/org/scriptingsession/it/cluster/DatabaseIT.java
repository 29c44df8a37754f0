// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Sessions in a database outlive all nodes. */
class DatabaseIT {
    private static final int TIMES = 3;

    @Test
    void whatWasAcknowledgedOutlivesAllNodes() {
        Cluster cluster = Cluster.running();
        Shopper shopper = new Shopper();
        for (int i = 1; i <= TIMES; i++) {
            shopper.get(cluster.a().base(), "add");
            int last = shopper.get(cluster.b().base(), "add").getInt("count");

            cluster.nodes().forEach(ClusterNode::kill);
            cluster.nodes().forEach(ClusterNode::start);
            cluster.awaitWhole();

            assertEquals(2 * i, last);
            assertEquals(last, shopper.get(cluster.a().base(), "read").getInt("count"));
            assertEquals(last, shopper.get(cluster.b().base(), "read").getInt("count"));
        }
    }

    @Test
    void aSessionThatEndedStaysDead() {
        Cluster cluster = Cluster.running();
        Shopper shopper = new Shopper();
        shopper.get(cluster.a().base(), "add");
        Shopper thief = shopper.withSessionAlone();
        shopper.get(cluster.b().base(), "logout");

        cluster.nodes().forEach(ClusterNode::kill);
        cluster.nodes().forEach(ClusterNode::start);
        cluster.awaitWhole();

        assertFalse(thief.get(cluster.a().base(), "read").getBoolean("alive"));
    }
}
