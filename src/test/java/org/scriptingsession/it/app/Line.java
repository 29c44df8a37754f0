// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import java.util.List;

/** A line of a cart. */
public record Line(String item, int count, List<String> notes) {}
