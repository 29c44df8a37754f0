// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.function.Function;
import org.springframework.mock.web.MockHttpServletResponse;

/** A call that a component serves, and no script. */
final class ComponentCall<T> {
    private final Function<HttpServletRequest, T> code;
    private T result;
    private RuntimeException failure;
    private boolean served;

    ComponentCall(Function<HttpServletRequest, T> code) {
        this.code = code;
    }

    T run(ScriptClient client) {
        ClientRequest request = client.newRequest();
        request.setMethod("GET");
        request.setRequestURI(request.getContextPath() + "/component-of-a-test");
        request.setServletPath("/component-of-a-test");
        client.during(request, () -> serve(client.application(), request));
        if (failure != null) {
            throw failure;
        }
        if (!served) {
            throw refused(request);
        }
        return result;
    }

    private void serve(TestApplication application, ClientRequest request) {
        try {
            application.serve(request, new MockHttpServletResponse(), (wrapped, response) -> {
                served = true;
                try {
                    result = code.apply((HttpServletRequest) wrapped);
                } catch (RuntimeException e) {
                    // not for the filters, which would wrap or answer it
                    failure = e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As when the user of the client has too many sessions. */
    private static RuntimeException refused(ClientRequest request) {
        return request.error()
                .map(RuntimeException.class::cast)
                .orElseGet(() -> new IllegalStateException("the call was refused"));
    }

    /** Of a method that declares no exception, called by reflection. */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new UndeclaredThrowableException(thrown);
    }
}
