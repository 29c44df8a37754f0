// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The settings of one application, checked.
 *
 * @param path where scripts answer within the application: {@code /js}
 * @param scriptsDirectory the name of the folder searched before the WAR's own scripts; where it leads may change; empty for none
 * @param scriptsRefresh how old a look at a script's files may be when a request runs it
 * @param development whether error responses show stack traces
 * @param inspectPort of the loopback address, where the inspector listens; empty for none
 * @param timeout a script's deadline, from its start
 * @param contexts how many scripts run at once
 * @param statementsLimit most statements a request may execute; empty when unlimited
 * @param request what a script may read of a request
 * @param response how far a script may be ahead of its client
 * @param attribute largest value of one attribute of a session
 * @param sessionMaxBytes largest sum of the values of one session
 * @param neverExpiresAllowed whether a script may set an interval of zero or less
 * @param reservedPrefixes beginnings of attribute names, beside the built-in ones, that scripts neither see nor set
 * @param beans largest value that goes to or comes from a bean's method, all arguments counted
 * @param security who holds a session, how long, and what is sealed in it
 * @param explorer who may look at sessions, scripts and server
 */
public record ScriptingConfig(
        String path,
        Optional<Path> scriptsDirectory,
        Duration scriptsRefresh,
        boolean development,
        OptionalInt inspectPort,
        Duration timeout,
        ContextsConfig contexts,
        OptionalLong statementsLimit,
        RequestConfig request,
        ResponseConfig response,
        ValueLimits attribute,
        long sessionMaxBytes,
        boolean neverExpiresAllowed,
        List<String> reservedPrefixes,
        ValueLimits beans,
        SecurityConfig security,
        ExplorerConfig explorer) {

    /** Copies the list, so that the record is immutable. */
    public ScriptingConfig {
        reservedPrefixes = List.copyOf(reservedPrefixes);
    }
}
