// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import java.util.Optional;

/** Knows the ids that were renewed a moment ago on this node, and that clients may still send. */
public interface RenewedIds {
    /** The id that took the place of another; empty when none did, or too long ago. */
    Optional<String> renewed(String formerId);
}
