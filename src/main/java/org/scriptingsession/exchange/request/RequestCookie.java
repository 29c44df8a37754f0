// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

/**
 * A cookie that a client sent.
 *
 * @param name empty for a cookie without name
 * @param value character for character, its quotes included
 */
public record RequestCookie(String name, String value) {}
