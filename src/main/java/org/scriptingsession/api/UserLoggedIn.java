// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/**
 * A user logged in, or a session was met whose user this server did not know of yet.
 *
 * @param session the hash of the id of the session
 * @param user the name of the caller's principal
 */
public record UserLoggedIn(String session, String user) implements AuditEvent {}
