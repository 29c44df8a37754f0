// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.unfit;

import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** Has the name of another. */
@ScriptModule("it/same")
public class First {
    @Export
    public int one() {
        return 1;
    }
}
