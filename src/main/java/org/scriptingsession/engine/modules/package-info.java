// SPDX-License-Identifier: Apache-2.0

/** Parses modules, and loads, links and evaluates them in a context. */
package org.scriptingsession.engine.modules;
