// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

import java.time.Instant;

/**
 * A session in a list.
 *
 * @param session the salted hash of its id
 * @param created when it began
 * @param lastAccessed when its client sent the request before the last one
 */
public record UserSession(String session, Instant created, Instant lastAccessed) {}
