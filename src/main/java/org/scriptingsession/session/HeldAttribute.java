// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

/**
 * An attribute as a session holds it.
 *
 * @param held the value; of a sealed one the ciphertext
 * @param sealed whether it is sealed, and so shown to nobody but scripts
 */
public record HeldAttribute(String name, Object held, boolean sealed) {}
