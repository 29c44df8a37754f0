// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

/**
 * What a script may read of a request.
 *
 * @param maxBytes largest body, as sent and decoded
 * @param memoryBytes how much of a multipart body, and of its parts, is kept in memory; the rest lies on disk
 * @param maxParts most parts of a multipart body
 * @param maxFields most fields of a form
 */
public record RequestConfig(long maxBytes, long memoryBytes, int maxParts, int maxFields) {}
