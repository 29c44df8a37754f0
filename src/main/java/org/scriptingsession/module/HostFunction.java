// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.module;

/** One function that the product's modules call on the host. */
@FunctionalInterface
interface HostFunction {
    /** Returns null, a String, Boolean or Number; what is a list or map in the script goes as JSON text. */
    Object call(HttpCall call, Arguments arguments);
}
