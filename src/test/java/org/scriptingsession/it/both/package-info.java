// SPDX-License-Identifier: Apache-2.0
/** Payara and WildFly beside each other: one and the same request, and what both make of it. */
package org.scriptingsession.it.both;
