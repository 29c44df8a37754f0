// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

import org.scriptingsession.audit.SessionHash;

/**
 * Something that happened to a session or user: observe one of the records, such as {@code @Observes SessionCreated}, or all of
 * them by this interface. An observer runs in the thread of the request, or, when a session expires, in one of the container's.
 *
 * <p>A session is named by a salted hash of its id ({@link SessionHash}), never by the id.
 */
public sealed interface AuditEvent
        permits SessionCreated,
                SessionIdChanged,
                SessionEnded,
                UserLoggedIn,
                UserLoggedOut,
                AccessRefused,
                LimitReached {}
