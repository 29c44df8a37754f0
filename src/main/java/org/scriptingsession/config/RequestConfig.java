// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

/**
 * What a script may read of a request.
 *
 * @param maxBytes largest body, as sent and decoded
 * @param memoryBytes how much of a multipart body, of its parts, and of a body that comes slowly is kept in memory; the rest
 *     lies on disk
 * @param arrivingBytes most bytes of slow bodies that are waited for without a thread, all requests counted
 * @param maxParts most parts of a multipart body
 * @param maxFields most fields of a form
 */
public record RequestConfig(long maxBytes, long memoryBytes, long arrivingBytes, int maxParts, int maxFields) {}
