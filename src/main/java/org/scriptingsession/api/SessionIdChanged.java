// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/**
 * A session has another id, with the same attributes.
 *
 * @param session the hash of its id now
 * @param before the hash of its id before
 */
public record SessionIdChanged(String session, String before) implements AuditEvent {}
