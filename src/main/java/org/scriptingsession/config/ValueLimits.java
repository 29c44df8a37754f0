// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.config;

/**
 * How much one value may be that scripts and Java components share.
 *
 * @param setting what the names of the two settings begin with
 * @param maxBytes text and keys as UTF-8, everything else 8 bytes
 * @param maxValues most values that it may consist of, each member counted
 */
public record ValueLimits(String setting, long maxBytes, int maxValues) {}
