// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/** Runs scripts from Java: inject it. The limits of the settings hold; a script's {@code access} does not apply. */
public interface ScriptRunner {
    /**
     * Runs a script outside an HTTP call, such as from a timer, and returns when its evaluation, promises included, has ended.
     * In the script {@code isValid()} of session, request and response is false; what needs an HTTP call throws NO_HTTP_CALL.
     *
     * @param path the script's path, such as {@code jobs/report.mjs}; a name beginning with _ is allowed here
     * @throws ScriptingException when there is no such script, it fails, it is stopped, or no context becomes free in time
     */
    void run(String path);
}
