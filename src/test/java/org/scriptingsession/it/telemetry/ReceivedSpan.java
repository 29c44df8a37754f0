// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.telemetry;

import java.util.Map;

/**
 * A span as a collector got it.
 *
 * @param parent the parent's id; empty for none
 * @param failed whether its status is an error
 */
public record ReceivedSpan(
        String name, String trace, String id, String parent, Map<String, String> attributes, boolean failed) {}
