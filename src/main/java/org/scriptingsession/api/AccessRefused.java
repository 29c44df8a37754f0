// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/**
 * A script was not run for who asked.
 *
 * @param script the path of the script
 * @param user the name of the caller's principal; null for nobody
 * @param status the HTTP status it was answered with
 */
public record AccessRefused(String script, String user, int status) implements AuditEvent {}
