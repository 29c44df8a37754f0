// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.scriptingsession.api.ScriptingException;

/**
 * What a function of the host returns that a script gets as a promise.
 *
 * @param stage completes in whatever thread
 * @param value makes of what it completes with what the promise is resolved with; called in the script's thread
 * @param failure likewise for what it fails with
 */
public record ReturnedStage<T>(
        CompletionStage<T> stage, Function<T, ReturnedValue> value, Function<Throwable, ScriptingException> failure) {}
