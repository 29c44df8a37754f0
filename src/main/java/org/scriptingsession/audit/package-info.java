// SPDX-License-Identifier: Apache-2.0

/** Tells of what happens to sessions and users: one line each in the log, and CDI events for the application. */
package org.scriptingsession.audit;
