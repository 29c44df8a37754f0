// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

/**
 * How far a script may be ahead of the client of its response.
 *
 * @param memoryBytes how much of what the client has not taken is kept in memory; the rest lies on disk
 * @param aheadBytes past which the script waits for the client
 */
public record ResponseConfig(long memoryBytes, long aheadBytes) {}
