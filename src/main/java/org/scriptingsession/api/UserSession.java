// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

import java.time.Instant;

/**
 * A session in a list.
 *
 * @param session the salted hash of its id, the same on all nodes
 * @param created when it began
 * @param lastAccessed when its client sent the request before the last one; of a session that another node serves, as that has
 *     stored it
 */
public record UserSession(String session, Instant created, Instant lastAccessed) {}
