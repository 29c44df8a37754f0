// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSRealm;
import java.security.SecureRandom;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongSupplier;

/** The host's side of {@code crypto} and of {@code Math.random} in one context. */
final class CryptoFunctions {
    private static final SecureRandom SECURE = new SecureRandom();

    private final LongSupplier seeds;
    private SplittableRandom numbers;

    CryptoFunctions() {
        this(SECURE::nextLong);
    }

    CryptoFunctions(LongSupplier seeds) {
        this.seeds = seeds;
    }

    void addTo(Map<String, HostFunction> functions) {
        functions.put("crypto.randomUUID", (call, args) -> UUID.randomUUID().toString());
        functions.put("crypto.fill", (call, args) -> {
            byte[] bytes = new byte[args.bytes(0).length];
            SECURE.nextBytes(bytes);
            args.putBytes(0, bytes);
            return null;
        });
    }

    /** The function that takes the place of {@code Math.random}. */
    Object random(JSRealm realm) {
        return GuestFunction.of(realm, "random", frame -> next());
    }

    /**
     * The generator is fast and not secure: from a few numbers its others can be told. So each run has one of its own, which is
     * made when the run first asks.
     */
    double next() {
        if (numbers == null) {
            numbers = new SplittableRandom(seeds.getAsLong());
        }
        return numbers.nextDouble();
    }

    /** The next number comes from a new generator. */
    void forget() {
        numbers = null;
    }
}
