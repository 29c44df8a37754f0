// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells one content from another. */
public final class Sha256 {
    private Sha256() {}

    /** A new digest, of nothing yet. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM knows SHA-256", e);
        }
    }
}
