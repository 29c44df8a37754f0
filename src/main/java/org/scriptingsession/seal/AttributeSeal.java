// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.config.SecurityConfig;
import org.scriptingsession.error.Mistake;

/**
 * Seals the values of the attributes that {@code scripting.encryption.attributes} names with Tink's AEAD: the session, its
 * replicas and its store hold ciphertext alone. The keyset's primary key seals; every key of it opens.
 *
 * <p>A sealed value opens under the attribute's name and the session's own random text alone, so that it cannot be moved to
 * another attribute or session. The session's id would not do for that: it changes.
 */
@Dependent
public final class AttributeSeal {
    private final List<String> patterns;
    private final Aead aead;

    /** @throws org.scriptingsession.api.ScriptingException when names are given and no keyset that can be used */
    @Inject
    public AttributeSeal(ScriptingConfig config) {
        this.patterns = config.security().encryptedAttributes();
        this.aead = patterns.isEmpty() ? null : aead(config.security());
    }

    /** Whether an attribute of this name is sealed. */
    public boolean covers(String name) {
        for (String pattern : patterns) {
            boolean open = pattern.endsWith("*");
            if (open ? name.startsWith(pattern.substring(0, pattern.length() - 1)) : name.equals(pattern)) {
                return true;
            }
        }
        return false;
    }

    /** The value as text that says nothing; {@code random} is the session's own. */
    public String seal(String name, String random, Object value) {
        try {
            byte[] sealed = aead.encrypt(ValueBytes.of(value), context(name, random));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw Mistake.FAULT.because(e);
        }
    }

    /**
     * The value that was sealed.
     *
     * @throws org.scriptingsession.api.ScriptingException SEALED_VALUE for anything that was not sealed here under this name
     *     and random text, or whose key is gone
     */
    public Object open(String name, String random, Object held) {
        if (!(held instanceof String text) || random == null) {
            throw Mistake.NOT_UNSEALED.with(name);
        }
        try {
            return ValueBytes.value(aead.decrypt(Base64.getDecoder().decode(text), context(name, random)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Mistake.NOT_UNSEALED.because(e, name);
        }
    }

    /** The associated data: both parts, told apart by their length. */
    private static byte[] context(String name, String random) {
        return (name.length() + ":" + name + random).getBytes(StandardCharsets.UTF_8);
    }

    private static Aead aead(SecurityConfig config) {
        String setting =
                config.keysetFile().isPresent() ? "scripting.encryption.keyset-file" : "scripting.encryption.keyset";
        try {
            String json = config.keysetFile().isPresent()
                    ? Files.readString(config.keysetFile().get())
                    : config.keyset().orElseThrow(() -> new GeneralSecurityException("no keyset"));
            AeadConfig.register();
            Configuration tink = RegistryConfiguration.get();
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, tink, InsecureSecretKeyAccess.get());
            return keyset.getPrimitive(tink, Aead.class);
        } catch (LinkageError otherVersion) {
            // what Tink was compiled for: its classes refuse an older protobuf when they are initialized
            throw Mistake.OTHER_LIBRARY.because(
                    otherVersion,
                    Optional.ofNullable(otherVersion.getCause())
                            .orElse(otherVersion)
                            .getMessage());
        } catch (GeneralSecurityException | IOException e) {
            throw Mistake.INVALID_SETTING.because(
                    e,
                    setting,
                    "(not shown)",
                    "a Tink keyset with AEAD keys as JSON: scripting.encryption.attributes needs it");
        }
    }
}
