// SPDX-License-Identifier: Apache-2.0

/** Makes, hardens, lends out and closes contexts. */
package org.scriptingsession.engine.contexts;
