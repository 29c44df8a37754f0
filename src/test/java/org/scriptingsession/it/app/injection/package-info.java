// SPDX-License-Identifier: Apache-2.0

/** Components of every kind that Jakarta EE injects into, each of which asks the session. */
package org.scriptingsession.it.app.injection;
