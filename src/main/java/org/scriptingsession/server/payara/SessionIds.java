// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.ServerMembers.Answer;

/**
 * Gives the application's sessions ids that cannot be guessed: {@value #BYTES} bytes of a secure source.
 *
 * <p>Payara's own ids have about 56 bits of such a source, beside clock and memory address; OWASP ASVS 5.0 (7.2.3) asks for 128.
 * Payara's setting for another generator takes classes of the server alone, so the session manager is handed a proxy.
 */
final class SessionIds {
    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    /** @param beforeNext is run before an id is made for a session, new or not; when it throws, the former id stays */
    static void strengthen(PayaraMembers members, Object manager, Runnable beforeNext) {
        Answer next = arguments -> {
            beforeNext.run();
            return next();
        };
        members.setGenerator.on(manager, ServerMembers.proxy(members.generator, Map.of("generateUuid", next)));
    }

    private static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
