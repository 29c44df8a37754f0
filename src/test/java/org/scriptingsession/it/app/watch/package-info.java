// SPDX-License-Identifier: Apache-2.0

/** An application that is watched. */
package org.scriptingsession.it.app.watch;
