// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sdk;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.scriptingsession.engine.values.Arguments;
import org.scriptingsession.engine.values.HostFunction;
import org.scriptingsession.engine.values.TextFunction;

/**
 * The functions on one part of a call, such as its session, that one of the product's modules finds under the group's name.
 *
 * @param functions receives the functions, each by "group.name"
 */
record FunctionGroup<T>(Map<String, HostFunction> functions, String name, Function<HttpCall, T> part) {
    /** A function without arguments. */
    void get(String function, Function<T, Object> body) {
        call(function, (target, arguments) -> body.apply(target));
    }

    /** A function of its arguments. */
    void call(String function, BiFunction<T, Arguments, Object> body) {
        functions.put(name + "." + function, (call, arguments) -> body.apply(target((HttpCall) call), arguments));
    }

    private T target(HttpCall call) {
        if (!name.equals(ResponseFunctions.GROUP)) {
            call.sendFlushed();
        }
        return part.apply(call);
    }

    /** A function of a text that scripts call themselves. */
    void take(String function, BiConsumer<T, String> body) {
        TextFunction taker = (call, arguments) -> {
            body.accept(part.apply((HttpCall) call), arguments.string(0, "The text"));
            return null;
        };
        functions.put(name + "." + function, taker);
    }

    /** A function of its arguments that returns nothing. */
    void run(String function, BiConsumer<T, Arguments> body) {
        call(function, (target, arguments) -> {
            body.accept(target, arguments);
            return null;
        });
    }
}
