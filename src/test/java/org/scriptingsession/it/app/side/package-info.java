// SPDX-License-Identifier: Apache-2.0

/** What applications of one server have of their own, each under the same names as the others. */
package org.scriptingsession.it.app.side;
