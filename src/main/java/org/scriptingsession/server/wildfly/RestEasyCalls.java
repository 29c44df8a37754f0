// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import java.lang.System.Logger.Level;
import java.util.Optional;
import org.scriptingsession.server.ServerMembers.MissingMembersException;

/**
 * What RESTEasy has in a thread while it serves a call: the provider factory of the call's application, and by it all classes of
 * the application. RESTEasy takes it away only while it knows that it serves several applications, and forgets that when the
 * application is stopped that was deployed first: calls that are under way then, of any application, leave theirs in their
 * threads, for as long as the threads live.
 */
final class RestEasyCalls {
    private static final System.Logger LOGGER = System.getLogger(RestEasyCalls.class.getName());

    private final WildFlyMembers.RestEasy members;
    private final Object stack;

    private RestEasyCalls(WildFlyMembers.RestEasy members) {
        this.members = members;
        this.stack = members.factories.on(null);
    }

    /** The server's RESTEasy; empty, and the log says so, for one that is not known. */
    static Optional<RestEasyCalls> find() {
        try {
            return Optional.of(new RestEasyCalls(new WildFlyMembers.RestEasy()));
        } catch (MissingMembersException missing) {
            LOGGER.log(
                    Level.WARNING,
                    "When this application is undeployed while it serves requests its classes may stay in memory. Missing: {0}",
                    missing.getMessage());
            return Optional.empty();
        }
    }

    /** To be called before RESTEasy may serve a call; what it returns takes away what this thread did not have before. */
    Runnable cleanup() {
        int before = members.size.on(stack);
        return () -> {
            while (members.size.on(stack) > before) {
                members.pop.on(stack);
            }
        };
    }
}
