// SPDX-License-Identifier: Apache-2.0

/** Components that fail as a machine does, and not as a program. */
package org.scriptingsession.it.app.faults;
