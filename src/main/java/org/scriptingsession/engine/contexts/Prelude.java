// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.Map;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.values.HostFunction;

/** What every context has before a script runs in it. */
public interface Prelude {
    /** The functions of the host that the product's modules call, by "group.name". */
    Map<String, HostFunction> functions();

    /** The product's modules: what the entry exports is what scripts may import, and is frozen. */
    Program modules();

    /** Runs once in every new context without a call, so that the first request does not pay for what an engine does once. */
    Program warmUp();

    /** What the host's functions are given as their call while no request is served. */
    Object noCall();
}
