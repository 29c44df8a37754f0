// SPDX-License-Identifier: Apache-2.0

/** Watches over sessions: how long they live, who holds them, and what ids they have. */
package org.scriptingsession.guard;
