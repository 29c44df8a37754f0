// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Map;

/** Settings that let attributes be encrypted. */
final class SealSettings {
    private SealSettings() {}

    /** For attributes of these names, with a key of their own. */
    static Map<String, String> of(String attributes) throws GeneralSecurityException {
        AeadConfig.register();
        Configuration tink = RegistryConfiguration.get();
        String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink),
                tink,
                InsecureSecretKeyAccess.get());
        return Map.of(
                "scripting.encryption.attributes",
                attributes,
                "scripting.encryption.keyset",
                keyset.replaceAll("\\s+", ""));
    }
}
