// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;

/** Lists and maps on their way to a script, where {@code JSON.parse} makes them real arrays and plain objects. */
final class JsonText {
    /** Looked up once: the static methods of {@code Json} search the class path at every call. */
    static final JsonProvider JSON = JsonProvider.provider();

    private JsonText() {}

    static String of(List<?> list) {
        return list == null ? null : JSON.createArrayBuilder(list).build().toString();
    }

    static String of(Map<String, ?> map) {
        return JSON.createObjectBuilder(map).build().toString();
    }
}
