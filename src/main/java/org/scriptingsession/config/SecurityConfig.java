// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings about who holds a session, how long, and what is sealed in it.
 *
 * @param cookieSecure whether the session's cookie is sent over TLS alone
 * @param maxLifetime how old a session may become however active; empty for any age
 * @param renewIdAfter how long a session keeps one id; empty for ever
 * @param maxSessions most sessions of the application on a node, past which scripts begin none; empty for any number
 * @param maxPerUser most sessions that one user may have; empty for any number
 * @param newestRefused whether a session too many is refused; else the user's oldest ends
 * @param adminRole the role whose users may list and end sessions of users from scripts; empty for nobody
 * @param encryptedAttributes names of attributes that are sealed; an asterisk at the end stands for any ending
 * @param keyset the keyset as JSON
 * @param keysetFile the file of the keyset, as JSON
 */
public record SecurityConfig(
        boolean cookieSecure,
        Optional<Duration> maxLifetime,
        Optional<Duration> renewIdAfter,
        OptionalInt maxSessions,
        OptionalInt maxPerUser,
        boolean newestRefused,
        Optional<String> adminRole,
        List<String> encryptedAttributes,
        Optional<String> keyset,
        Optional<Path> keysetFile) {

    /** Copies the list, so that the record is immutable. */
    public SecurityConfig {
        encryptedAttributes = List.copyOf(encryptedAttributes);
    }
}
