// SPDX-License-Identifier: Apache-2.0

/** What crosses between host and guest: copies of values, and calls of the host's functions with their arguments. */
package org.scriptingsession.engine.values;
