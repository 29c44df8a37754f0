// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import java.util.Map;

/** Something of the server that keeps metrics. Each implementation is a bean where its classes are: see {@code beans.xml}. */
interface MetricsLibrary {
    /** Whether the server has it for this application. */
    boolean isThere();

    /** The lowest is taken where a server has several, so that no figure is there twice. */
    int rank();

    /**
     * Shows a figure from now on.
     *
     * @return ends it: the library lives longer than the application
     */
    Runnable show(Figure figure, Map<String, String> tags);
}
