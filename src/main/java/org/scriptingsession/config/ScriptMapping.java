// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import jakarta.servlet.http.HttpServletRequest;

/** Where scripts answer: {@code <context>/js/}. */
public final class ScriptMapping {
    /** The path within the application, without slashes. */
    public static final String PATH = "js";

    /** Most characters of a script's URL up to its query. */
    public static final int LONGEST_URL = 8192;

    private ScriptMapping() {}

    /** Whether a request asks for a script, there is one or not. */
    public static boolean covers(HttpServletRequest request) {
        return ("/" + PATH).equals(request.getServletPath());
    }
}
