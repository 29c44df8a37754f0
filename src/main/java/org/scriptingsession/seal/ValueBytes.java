// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.security.GeneralSecurityException;
import org.scriptingsession.error.Mistake;

/** Stored values as bytes, by Java's serialization: exact for each of the types, and read only after the seal has held. */
final class ValueBytes {
    private static final ObjectInputFilter STORED_TYPES = ObjectInputFilter.Config.createFilter(
            "java.lang.*;java.util.ArrayList;java.util.LinkedHashMap;java.util.HashMap;java.util.Map$Entry;java.util.Date;"
                    + "java.util.Collections$Unmodifiable*;!*");

    private ValueBytes() {}

    static byte[] of(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw Mistake.FAULT.because(e);
        }
        return bytes.toByteArray();
    }

    static Object value(byte[] bytes) throws GeneralSecurityException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(STORED_TYPES);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new GeneralSecurityException("sealed by another version", e);
        }
    }
}
