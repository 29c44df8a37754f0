// SPDX-License-Identifier: Apache-2.0

/** Shows the client its session, the scripts and the server, and lets it change the session: one page and what that asks. */
package org.scriptingsession.explorer;
