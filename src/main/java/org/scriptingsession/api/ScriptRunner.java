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

    /**
     * Runs a script, calls a function that it exports, awaits what that returns, and gives it back. Inside an HTTP call session
     * and request are those of the call, and there is no response; outside {@code isValid()} is false, as for {@link #run}. A
     * call within a run (a script calls a bean that calls a script) has no more time than that, and waits for no free context.
     *
     * @param path the script's path, such as {@code shop/price.mjs}; a name beginning with _ is allowed here
     * @param export the function's name; {@code "default"} for the default export
     * @param arguments values that a session can hold, records and beans among them, byte[], or null
     * @return a value as a session has it (String, Boolean, Integer, Long, Double, Date, unmodifiable List or Map), or byte[];
     *     null for null and undefined
     * @throws ScriptingException as {@link #run}; when the script exports no such function, or an argument or the result is of
     *     another type (INVALID_VALUE), or scripts and beans call each other too deep
     */
    Object call(String path, String export, Object... arguments);

    /**
     * As {@link #call(String, String, Object...)}, with the result as a class of the caller's.
     *
     * @param type such as a record or bean, which Jakarta JSON Binding makes
     * @return null for null and undefined
     * @throws ScriptingException likewise; INVALID_VALUE also when the result cannot be one
     */
    <T> T call(Class<T> type, String path, String export, Object... arguments);
}
