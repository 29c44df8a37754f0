// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import jakarta.servlet.http.HttpServletRequest;

/** Where scripts answer: {@code <context>/js/}, unless {@code scripting.path} says otherwise. */
public final class ScriptMapping {
    /** Most characters of a script's URL up to its query. */
    public static final int LONGEST_URL = 8192;

    private ScriptMapping() {}

    /**
     * Whether a request asks for a script, there is one or not.
     *
     * @param path the setting, such as {@code /js}
     */
    public static boolean covers(String path, HttpServletRequest request) {
        return path.equals(request.getServletPath());
    }
}
