// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/**
 * A user logged out, and the session goes on.
 *
 * @param session the hash of the id of the session
 * @param user who it was
 */
public record UserLoggedOut(String session, String user) implements AuditEvent {}
