// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.unfit;

import org.scriptingsession.api.ScriptModule;

/** Has the name of another, and exports nothing. */
@ScriptModule("it/same")
public class Second {}
