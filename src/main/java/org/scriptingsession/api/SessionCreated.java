// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/**
 * A session began.
 *
 * @param session the hash of its id
 */
public record SessionCreated(String session) implements AuditEvent {}
