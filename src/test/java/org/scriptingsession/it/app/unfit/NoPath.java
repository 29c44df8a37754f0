// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.unfit;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** A name that is no path, and exports that cannot be called. */
@ScriptModule("no path/")
public class NoPath {
    @Export
    public int twice(int value) {
        return value;
    }

    @Export
    public int twice(String value) {
        return value.length();
    }

    @Export
    public void takes(List<InputStream> streams) {
        // never called
    }

    @Export
    public Stream<String> gives() {
        return Stream.empty();
    }

    @Export
    public void keys(Map<Integer, String> names) {
        // never called
    }

    @Export
    int hidden() {
        return 1;
    }
}
