// SPDX-License-Identifier: Apache-2.0

/** Finds a script and runs it in a clean context within its limits. */
package org.scriptingsession.script;
