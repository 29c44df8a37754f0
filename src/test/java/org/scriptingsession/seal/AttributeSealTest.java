// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptingsession.api.ErrorCode;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.config.FixedConfig;
import org.scriptingsession.config.ScriptingConfigReader;
import org.scriptingsession.error.Failures;
import org.scriptingsession.error.Mistake;

/** Sealed values open under their name, their session and any key of the keyset, and under nothing else. */
class AttributeSealTest {
    private static final Object VALUE =
            Collections.unmodifiableMap(new HashMap<>(Map.of("card", "4111", "when", new Date(5), "zero", -0.0)));

    private static Configuration tink;
    private static KeysetHandle first;
    private static KeysetHandle both;
    private static KeysetHandle second;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        AeadConfig.register();
        tink = RegistryConfiguration.get();
        first = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink);
        both = KeysetHandle.newBuilder(first)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        second = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(both.getAt(1).getKey())
                        .withFixedId(both.getAt(1).getId())
                        .makePrimary())
                .build();
    }

    @Test
    void aSealedValueOpens() throws GeneralSecurityException {
        AttributeSeal seal = seal(first);

        String sealed = seal.seal("cart", "random", VALUE);

        assertFalse(sealed.contains("4111"), sealed);
        assertEquals(VALUE, seal.open("cart", "random", sealed));
        assertNotEquals(sealed, seal.seal("cart", "random", VALUE));
    }

    @Test
    void oldKeysOpenAndThePrimarySeals() throws GeneralSecurityException {
        String old = seal(first).seal("cart", "random", VALUE);
        String renewed = seal(both).seal("cart", "random", VALUE);

        assertEquals(VALUE, seal(both).open("cart", "random", old));
        assertEquals(VALUE, seal(second).open("cart", "random", renewed));
        assertRefused(seal(second), "cart", "random", old);
        assertRefused(seal(first), "cart", "random", renewed);
    }

    @Test
    void itOpensNowhereElse() throws GeneralSecurityException {
        AttributeSeal seal = seal(first);
        String sealed = seal.seal("cart", "random", VALUE);

        assertRefused(seal, "cart2", "random", sealed);
        assertRefused(seal, "cart", "other", sealed);
        // the same letters, parted otherwise
        assertRefused(seal, "car", "trandom", sealed);
        assertRefused(seal, "cart", null, sealed);
        assertRefused(seal, "cart", "random", "plain text");
        assertRefused(seal, "cart", "random", 5);
        assertRefused(seal, "cart", "random", sealed.substring(4));
    }

    @ParameterizedTest
    @CsvSource({"secret, true", "secrets, false", "tokenA, true", "token, true", "Token, false", "x, false"})
    void namesAreMatched(String name, boolean covered) throws GeneralSecurityException {
        assertEquals(covered, seal(first).covers(name));
    }

    @Test
    void withoutNamesNothingIsSealed() {
        AttributeSeal none = new AttributeSeal(ScriptingConfigReader.read(new FixedConfig(Map.of())));

        assertFalse(none.covers("secret"));
    }

    @Test
    void theKeysetCanBeAFile(@TempDir Path folder) throws GeneralSecurityException, IOException {
        Path file = Files.writeString(folder.resolve("keyset.json"), json(first));
        AttributeSeal seal = new AttributeSeal(ScriptingConfigReader.read(new FixedConfig(Map.of(
                "scripting.encryption.attributes", "cart", "scripting.encryption.keyset-file", file.toString()))));

        assertEquals(VALUE, seal(first).open("cart", "r", seal.seal("cart", "r", VALUE)));
    }

    @Test
    void aMissingOrBrokenKeysetStopsTheDeploymentAndIsNotShown() {
        for (Map<String, String> settings : List.of(
                Map.of("scripting.encryption.attributes", "cart"),
                Map.of(
                        "scripting.encryption.attributes",
                        "cart",
                        "scripting.encryption.keyset",
                        "{\"secretish\":1}"))) {
            ScriptingException refused = Failures.of(
                    Mistake.INVALID_SETTING,
                    () -> new AttributeSeal(ScriptingConfigReader.read(new FixedConfig(settings))));
            assertTrue(refused.getMessage().contains("scripting.encryption.keyset"), refused.getMessage());
            assertFalse(refused.getMessage().contains("secretish"), refused.getMessage());
        }
    }

    private static void assertRefused(AttributeSeal seal, String name, String random, Object held) {
        ScriptingException refused = assertThrows(ScriptingException.class, () -> seal.open(name, random, held));
        assertEquals(ErrorCode.SEALED_VALUE, refused.code());
    }

    private static AttributeSeal seal(KeysetHandle keyset) throws GeneralSecurityException {
        return new AttributeSeal(ScriptingConfigReader.read(new FixedConfig(Map.of(
                "scripting.encryption.attributes", "secret, token*", "scripting.encryption.keyset", json(keyset)))));
    }

    private static String json(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, tink, InsecureSecretKeyAccess.get());
    }
}
