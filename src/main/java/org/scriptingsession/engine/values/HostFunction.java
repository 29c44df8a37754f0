// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

/** One function that the product's modules call on the host. */
@FunctionalInterface
public interface HostFunction {
    /**
     * Does what the function is for.
     *
     * @param call what the running script serves, as whoever runs the script gave it
     * @return null, a String, Boolean, Number, ByteBuffer, FoundValue, ReturnedValue or ReturnedStage; any other list or map
     *     goes as JSON text
     * @throws org.scriptingsession.api.ScriptingException which the script gets as an error of its own context
     */
    Object call(Object call, Arguments arguments);
}
