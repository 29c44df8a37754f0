// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scriptingsession.it.FreePort;

/** Where nodes share sessions, too, an id of before is worth nothing when a request that came with it changes the id. */
@Timeout(300)
class RenewedIdsIT {
    private static ClusterNode node;

    private final Shopper first = new Shopper();
    private Shopper late;
    private Shopper former;
    private URI base;

    @BeforeAll
    static void start() {
        int grid = FreePort.next();
        node = new ClusterNode(
                "renewing", FreePort.next(), grid, FreePort.next(), "127.0.0.1:" + grid, Cluster.application());
        node.setting("-Dscripting.session.renew-id-after=PT1S");
        node.start();
        node.awaitReady(false);
    }

    @AfterAll
    static void stop() {
        node.stop();
        node.close();
    }

    @Test
    void aScriptsChange() {
        renew();

        late.get(base, "login");

        onlyKnownToTheLateOne();
    }

    /** WildFly keeps the login in a session before the application is asked: in a new one, for an id that is dead. */
    @Test
    void aLogin() {
        renew();

        late.logIn(base);

        assertEquals(200, late.status(base, "../members.mjs"));
        assertEquals(401, former.status(base, "../members.mjs"));
        assertEquals(401, first.status(base, "../members.mjs"));
    }

    @Test
    void anEnd() {
        renew();

        late.get(base, "logout");

        assertFalse(former.get(base, "read").getBoolean("alive"));
        assertFalse(first.get(base, "read").getBoolean("alive"));
    }

    @Test
    void theChallengeStandsForHeadToo() throws IOException, InterruptedException {
        HttpRequest head = HttpRequest.newBuilder(node.base().resolve("../members.mjs"))
                .method("HEAD", BodyPublishers.noBody())
                .build();

        assertEquals(
                401,
                HttpClient.newHttpClient().send(head, BodyHandlers.discarding()).statusCode());
    }

    /** The late one and the former one have the id of before. */
    private void renew() {
        base = node.base();
        String id = first.get(base, "begin?interval=1234").getString("id");
        late = first.withSessionAlone();
        former = first.withSessionAlone();
        while (first.get(base, "read").getString("id").equals(id)) {
            // it is not old enough
        }
        assertTrue(former.withSessionAlone().get(base, "read").getBoolean("alive"));
    }

    private void onlyKnownToTheLateOne() {
        assertFalse(former.get(base, "read").getBoolean("alive"));
        assertFalse(first.get(base, "read").getBoolean("alive"));
        String id = late.get(base, "read").getString("id");
        assertNotEquals("", id);
        assertEquals(0, late.get(base, "read").getInt("count"));
    }
}
