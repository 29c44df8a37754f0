// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.value;

/**
 * A value on its way from the session to a script.
 *
 * @param name the attribute's
 * @param value as the session holds it: by us, or by another component and then of any type
 */
public record FoundValue(String name, Object value) {}
