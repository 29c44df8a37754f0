// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

/**
 * A function of one text that scripts call themselves, without a function of the product's modules between. They may give it a
 * value of any type: the function gets its text.
 */
@FunctionalInterface
public interface TextFunction extends HostFunction {}
