// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/**
 * A session is over.
 *
 * @param session the hash of its id
 * @param reason how it came
 * @param user who was logged in; null for nobody
 * @param by the user in whose request it was ended; null for nobody who is logged in, and for the server itself
 */
public record SessionEnded(String session, EndReason reason, String user, String by) implements AuditEvent {}
