// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import java.util.Map;
import java.util.function.Supplier;
import org.scriptingsession.engine.modules.Program;
import org.scriptingsession.engine.values.HostFunction;

/**
 * What every context has before a script runs in it.
 *
 * @param functions of the host, by "group.name": the product's modules call them
 * @param noCall what functions are given as their call while no request is served
 * @param modules the product's: what the entry exports is what scripts may import, and is frozen
 * @param walk run once: it reaches all that scripts can reach
 * @param warmUp run once in every new context, so that the first request does not pay for what an engine does once
 * @param standIn makes the call that walk and warm-up are given: it has all that a client's call has
 */
public record Prelude(
        Map<String, HostFunction> functions,
        Object noCall,
        Program modules,
        Program walk,
        Program warmUp,
        Supplier<Object> standIn) {}
