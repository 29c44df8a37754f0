// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names a session in logs and lists without giving away its id: HMAC-SHA256 under a random key of this JVM, the first 64 bits of
 * it. The same session has one name as long as its id and the server live; another server's name of it differs.
 */
public final class SessionHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHOWN_BYTES = 8;
    private static final SecretKeySpec KEY = new SecretKeySpec(randomBytes(), ALGORITHM);

    private SessionHash() {}

    /** 16 hexadecimal digits. */
    public static String of(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM knows " + ALGORITHM, e);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
