// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.scriptingsession.module.HostBridge;
import org.scriptingsession.module.ModuleFileSystem;

/**
 * A polyglot context made ready for scripts.
 *
 * @param polyglot the context itself
 * @param bridge what the product's modules call
 * @param files what the context can import
 * @param importer a guest function (path, fulfilled, rejected) that imports and evaluates a module
 */
record ScriptContext(Context polyglot, HostBridge bridge, ModuleFileSystem files, Value importer) {}
