// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import org.scriptingsession.api.ScriptingSession;

/** The session of one call, for as long as the call lasts. */
interface CallSession extends ScriptingSession {
    /** The call is over: from now on there is no HTTP call for whoever still has this. */
    void end();
}
