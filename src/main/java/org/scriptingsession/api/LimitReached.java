// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

/**
 * A request or session met a limit of the settings.
 *
 * @param error the number in the catalogue of errors, such as SCRIPTING-0301
 * @param subject the script, or the user
 */
public record LimitReached(String error, String subject) implements AuditEvent {}
