// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

/**
 * Who asks for a context.
 *
 * @param script the name of the script that is to be run
 * @param session which the client says it has, but need not have; null for none
 * @param waitedNanos how long the call has waited already, for a thread of the server
 */
public record Caller(String script, String session, long waitedNanos) {}
