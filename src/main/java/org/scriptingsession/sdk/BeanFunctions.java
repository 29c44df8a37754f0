// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.scriptingsession.bean.BeanMethod;
import org.scriptingsession.bean.BeanModules;
import org.scriptingsession.config.ValueLimits;
import org.scriptingsession.engine.values.Arguments;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.engine.values.ReturnedStage;
import org.scriptingsession.engine.values.ReturnedValue;
import org.scriptingsession.module.ProductModules;
import org.scriptingsession.value.AttributeValues;
import org.scriptingsession.watch.Span;
import org.scriptingsession.watch.Step;
import org.scriptingsession.watch.Tracing;

/**
 * The host's side of {@code beans/...}: calls of the application's beans, from arguments to result.
 *
 * @param limits of an argument and a result
 * @param tracing is told of each call
 */
record BeanFunctions(AttributeValues values, ValueLimits limits, Tracing tracing) {
    void addTo(Map<String, HostFunction> functions, BeanModules beans) {
        for (BeanMethod method : beans.methods()) {
            String which = method.module() + "." + method.name();
            functions.put(
                    ProductModules.hostFunction(method.module(), method.name()),
                    (call, arguments) -> call(method, which, (HttpCall) call, arguments));
        }
    }

    private Object call(BeanMethod method, String which, HttpCall call, Arguments arguments) {
        call.sendFlushed();
        Object[] given = new Object[method.parameterCount()];
        for (int i = 0; i < given.length; i++) {
            String name = method.parameter(i);
            given[i] = values.argument(name, arguments.copy(i, name, limits), method.type(i));
        }
        Object result = traced(method, which, call, given);
        if (result == null && method.isLater()) {
            return promise(method, CompletableFuture.completedFuture(null));
        }
        return result instanceof CompletionStage<?> stage ? promise(method, stage) : returned(method, result);
    }

    private Object traced(BeanMethod method, String which, HttpCall call, Object... given) {
        Span span = tracing.begin(Step.BEAN, which);
        try {
            Object result = method.call(call.beans(), given);
            if (result instanceof CompletionStage<?> stage) {
                span.closeWith(stage);
            } else {
                span.close();
            }
            return result;
        } catch (RuntimeException | Error e) {
            span.fail(e);
            span.close();
            throw e;
        }
    }

    private <T> ReturnedStage<T> promise(BeanMethod method, CompletionStage<T> stage) {
        return new ReturnedStage<>(stage, value -> returned(method, value), method::failureOfStage);
    }

    private ReturnedValue returned(BeanMethod method, Object result) {
        if (method.isVoid()) {
            return value(method, ReturnedValue.UNDEFINED);
        }
        Object content = content(result);
        boolean isReady = content == null || content == ReturnedValue.UNDEFINED;
        return value(method, isReady ? content : values.result(method.place(), content));
    }

    /** What an Optional holds. */
    private static Object content(Object result) {
        if (result instanceof OptionalInt number) {
            return number.isPresent() ? (Object) number.getAsInt() : ReturnedValue.UNDEFINED;
        }
        if (result instanceof OptionalLong number) {
            return number.isPresent() ? (Object) number.getAsLong() : ReturnedValue.UNDEFINED;
        }
        if (result instanceof OptionalDouble number) {
            return number.isPresent() ? (Object) number.getAsDouble() : ReturnedValue.UNDEFINED;
        }
        return result instanceof Optional<?> optional
                ? optional.map(Object.class::cast).orElse(ReturnedValue.UNDEFINED)
                : result;
    }

    private ReturnedValue value(BeanMethod method, Object value) {
        return new ReturnedValue(method.place(), value, limits);
    }
}
